"""Sphinx: how the site of SmartScore is built; `make docs` does it, without a network."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "docs"), str(ROOT / "SmartScore")]

from SmartScoreLib import __version__  # noqa: E402

project = "SmartScore"
author = "The SmartScore contributors"
copyright = author
version = release = __version__
extensions = ["myst_parser", "sphinx_copybutton", "made_pages"]
exclude_patterns = ["notebooks", "**/README.md", "reference/made"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 4
nitpicky = True
nitpick_ignore_regex = [("py:.*", ".*")]  # names of numpy, pydicom and the library's inner rooms in signatures
smartquotes = False  # "--out" is an option, not a dash
copybutton_prompt_text = "$ "

# For `make links`, which needs a network. The forum and publishers may turn a program away whom they let a person read.
linkcheck_timeout = 30
linkcheck_retries = 3
linkcheck_report_timeouts_as_broken = True

html_theme = "furo"
html_title = f"SmartScore {version}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_theme_options = {"footer_icons": [], "top_of_page_buttons": []}
html_logo = "../Resources/SmartScore.png"
