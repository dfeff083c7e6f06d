"""Slicer's module Sample Data as far as it downloads a sample: rewrite the URL, fetch it into a cache, load the file.

Like Slicer's own, `downloadSample` never calls a source's customDownloader: only the button of its panel does.
"""

import tempfile
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any


class SampleDataLogic:
    """Sources and rewrite rules, for all as in Slicer."""

    sources: dict[str, dict[str, Any]] = {}  # noqa: RUF012 - one list for the whole application, as Slicer's
    rules: dict[str, Callable[[str], str]] = {}  # noqa: RUF012
    categories: dict[str, str] = {}  # noqa: RUF012
    FOR_TESTS = ("categories", "rules", "sources")

    @staticmethod
    def registerCustomSampleDataCategory(category: str, title: str) -> None:
        SampleDataLogic.categories[category] = title

    @staticmethod
    def registerCustomSampleDataSource(category: str, sampleName: str, **source: Any) -> None:
        assert category in SampleDataLogic.categories
        SampleDataLogic.sources[sampleName] = source

    @staticmethod
    def registerUrlRewriteRule(name: str, rewriteFunction: Callable[[str], str]) -> None:
        SampleDataLogic.rules[name] = rewriteFunction


def downloadSample(sampleName: str) -> Any:
    """The first loaded node."""
    nodes = []
    source = SampleDataLogic.sources.get(sampleName)
    if source is not None:
        url = source["uris"]
        for rule in SampleDataLogic.rules.values():
            url = rule(url)
        with tempfile.TemporaryDirectory() as cache:
            path = Path(cache) / source["fileNames"]
            urllib.request.urlretrieve(url, path)
            nodes.append(_loaded(path, source["nodeNames"]))
    return nodes[0]


def _loaded(path: Path, name: str) -> Any:
    import slicer

    node = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLScalarVolumeNode", name)
    storage = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLVolumeArchetypeStorageNode")
    storage.SetFileName(str(path))
    assert storage.ReadData(node)
    slicer.mrmlScene.RemoveNode(storage)
    return node
