"""Links that lead on and on: they are followed as far as a reader would go."""

from datetime import date

import pytest

from mkdocs_gbm.assess import Component, Page, Settings, assess
from mkdocs_gbm.outline import read_markdown
from mkdocs_gbm.outline.anchors import with_anchors
from mkdocs_gbm.standard import Standard


@pytest.mark.parametrize(("stations", "status"), [(10, "documented"), (1000, "placeholder")])
def test_a_way_of_links_is_followed_for_a_while(backend_engineer: Standard, stations: int, status: str) -> None:
    way = "".join(f"## Station {each}\n\nSee [the next one](#station-{each + 1})\n\n" for each in range(stations))
    end = f"## Station {stations}\n\nRedis holds product reads for a minute.\n"
    text = f"# API\n\n## Caching\n\nSee [the first one](#station-0)\n\n{way}{end}"
    page = Page("api.md", with_anchors(read_markdown(text)))
    component = Component("Orders", ".", {"api-design": (page,)})
    report = assess(backend_engineer, [component], Settings(date(2026, 11, 22)))
    found = {each.section.name: each.status.value for topic in report.components[0].topics for each in topic.sections}
    assert found["Caching"] == status
