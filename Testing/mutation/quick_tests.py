"""What makes tests quick enough to be run for every change; what they find stays the same."""

from hypothesis import Phase, settings


def without_shrinking() -> None:
    """Hypothesis takes its examples in one fixed order, and stops at the first that fails: no smaller one is sought."""
    settings.register_profile(
        "mutation", phases=(Phase.explicit, Phase.generate), database=None, derandomize=True, deadline=None
    )
    settings.load_profile("mutation")
