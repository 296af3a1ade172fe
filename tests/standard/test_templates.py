"""The templates are the standard: what they require, that they document nothing, and how their mistakes are told."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import markdown
import pytest
from sites import REPOSITORY

from mkdocs_gbm import standard
from mkdocs_gbm.assess import Component, Page, Report, Settings, Status, assess
from mkdocs_gbm.assess.content import judge
from mkdocs_gbm.assess.known import KnownText
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.outline import Outline, read_html, read_markdown
from mkdocs_gbm.standard import RequiredSection, Standard, Topic, load_folder
from mkdocs_gbm.standard.render import Author, render_checklist, render_topic

TEMPLATES = standard.bundled("backend_engineer")
STANDARD = standard.load("backend_engineer", REPOSITORY)
TODAY = date(2026, 11, 22)

#: GoBuildMe's persona partial for backend engineers: topics in order, with their sections and what each is to tell.
SEED = {
    "API Architecture": {
        "API Style": "REST, GraphQL, gRPC, or hybrid approach",
        "Versioning Strategy": "How APIs are versioned (URL, header, content negotiation)",
        "Authentication": "How clients authenticate (OAuth2, JWT, API keys)",
        "Authorization": "How permissions are enforced (RBAC, ABAC)",
        "Rate Limiting": "How rate limits are implemented and communicated",
        "Error Handling": "Standard error response format and codes",
        "Pagination": "How large result sets are paginated",
        "Filtering and Sorting": "Query parameter conventions",
        "Caching": "Cache headers, ETags, cache invalidation strategy",
        "Documentation": "API documentation approach (OpenAPI, GraphQL schema)",
    },
    "Database Architecture": {
        "Database Type": "SQL, NoSQL, or polyglot persistence",
        "Schema Design": "Entity relationships, normalization level",
        "Indexing Strategy": "What indexes exist and why",
        "Query Patterns": "Common query patterns and optimizations",
        "Transactions": "Transaction boundaries and isolation levels",
        "Migrations": "How schema changes are managed",
        "Backup and Recovery": "Backup strategy and RTO/RPO",
        "Scaling Strategy": "Read replicas, sharding, partitioning",
        "Data Retention": "How long data is kept and archival strategy",
    },
    "Service Architecture": {
        "Service Decomposition": "How functionality is split into services",
        "Service Communication": "Synchronous (HTTP) vs. asynchronous (messaging)",
        "Service Discovery": "How services find each other",
        "Load Balancing": "How traffic is distributed",
        "Circuit Breakers": "Fault tolerance patterns",
        "Retry Logic": "Retry strategies and backoff algorithms",
        "Timeouts": "Timeout configurations for service calls",
        "Bulkheads": "Resource isolation patterns",
    },
    "Data Flow and Processing": {
        "Request Flow": "How requests are processed end-to-end",
        "Data Pipelines": "ETL/ELT processes if applicable",
        "Event Processing": "Event-driven architecture patterns",
        "Message Queues": "Queue usage, topics, and consumers",
        "Batch Processing": "Scheduled jobs and batch operations",
        "Stream Processing": "Real-time data processing if applicable",
    },
    "Performance Considerations": {
        "Caching Strategy": "What is cached, where, and for how long",
        "Database Optimization": "Query optimization, connection pooling",
        "Async Processing": "Background jobs, task queues",
        "Resource Limits": "Connection limits, thread pools, memory limits",
        "Performance Monitoring": "What metrics are tracked",
        "Bottleneck Identification": "Known bottlenecks and mitigation",
    },
    "Security Architecture": {
        "Input Validation": "How inputs are validated and sanitized",
        "SQL Injection Prevention": "Parameterized queries, ORMs",
        "Authentication Flow": "How users authenticate",
        "Authorization Model": "How permissions are checked",
        "Secrets Management": "How secrets are stored and accessed",
        "Encryption": "Data at rest and in transit",
        "Audit Logging": "What security events are logged",
    },
}

#: The same partial's checklist.
ITEMS = {
    "API Design Documented": "Complete API patterns and conventions",
    "Database Schema": "Entity relationships and indexing strategy",
    "Service Boundaries": "Clear service responsibilities",
    "Data Flow": "Request and data processing flows documented",
    "Performance Strategy": "Caching, optimization, and scaling plans",
    "Security Measures": "Authentication, authorization, and data protection",
    "Error Handling": "Standard error patterns documented",
    "Monitoring": "What backend metrics are tracked",
    "Integration Points": "External service integrations documented",
    "Deployment": "How backend services are deployed",
}

#: Where the partial itself says that a topic's page is.
PAGES = {
    "API Architecture": "patterns/api-design.md",
    "Database Architecture": "patterns/database.md",
}

#: Elements that a browser knows, of HTML's living standard and of the past: `<data …>` would vanish from a page.
ELEMENTS = frozenset(
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body "
    "br button canvas caption center cite code col colgroup content data datalist dd del details dfn dialog dir div dl "
    "dt em embed fencedframe fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header "
    "hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee "
    "math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output "
    "p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search section select slot small "
    "source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time "
    "title tr track tt u ul var video wbr xmp".split()
)

SECTIONS = [
    pytest.param(topic, section, id=f"{topic.slug}: {section.name}")
    for topic in STANDARD.topics
    for section in topic.sections
]
WITH_TABLE = [
    pytest.param(topic, section, id=f"{topic.slug}: {section.name}")
    for topic in STANDARD.topics
    for section in topic.sections
    if "| --- |" in section.skeleton
]

COMPONENTS = [
    "Orders",
    "TODO",
    "Größe & Gewicht <beta>",
    "`core` | **Big** One",
    "API Style. Versioning Strategy. Caching",
    "{{ component }}",
    "N/A",
]

#: The ways a page is read: as cmark sees its source, as MkDocs renders it plainly, and as Material's users render it.
READINGS: dict[str, Callable[[str], Outline]] = {
    "cmark": read_markdown,
    "MkDocs": lambda text: read_html(markdown.markdown(text, extensions=["toc", "tables", "fenced_code"])),
    "Material": lambda text: read_html(
        markdown.markdown(
            text,
            extensions=["toc", "tables", "attr_list", "md_in_html", "pymdownx.superfences", "pymdownx.tasklist"],
            extension_configs={
                "toc": {"permalink": True},
                "pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]},
            },
        )
    ),
}


def judged(pages: dict[str, str], read: Callable[[str], Outline] = read_markdown) -> Report:
    """Judge Markdown pages, by slug, by the bundled standard."""
    topics = {slug: (Page(f"docs/{slug}.md", read(text)),) for slug, text in pages.items()}
    return assess(STANDARD, [Component("Orders", "docs", topics)], Settings(TODAY))


def tokens_of(text: str) -> Iterator[str]:
    """Yield the placeholders of a template, as they stand in prose and in diagrams."""
    for match in re.finditer(r"<([^<>\n!/-][^<>\n]*)>|#lt;([^#\n]*)#gt;", text):
        yield match[1] or match[2]


class TestSeed:
    def test_topics_sections_and_guidance_are_those_of_the_persona(self) -> None:
        required = {
            topic.title: {section.name: section.guidance for section in topic.sections} for topic in STANDARD.topics
        }
        assert required == SEED
        assert list(required) == list(SEED)
        assert [list(sections) for sections in required.values()] == [list(sections) for sections in SEED.values()]
        assert STANDARD.required == 46

    def test_the_checklist_is_that_of_the_persona(self) -> None:
        assert STANDARD.checklist
        items = {item.name: item.meaning for item in STANDARD.checklist.items}
        assert items == ITEMS
        assert list(items) == list(ITEMS)

    def test_pages_stand_where_the_persona_wants_them(self) -> None:
        pages = {topic.title: topic.page for topic in STANDARD.topics}
        assert {title: pages[title] for title in PAGES} == PAGES
        assert len(set(pages.values())) == len(pages)

    def test_every_item_has_evidence_or_is_shown_by_a_link(self) -> None:
        assert STANDARD.checklist
        for item in STANDARD.checklist.items:
            assert bool(item.evidence) != item.by_link
            for evidence in item.evidence:
                topic = STANDARD.topic(evidence.topic)
                assert topic
                assert evidence.section is None or topic.section(evidence.section)

    def test_no_section_is_optional(self) -> None:
        assert [section.name for topic in STANDARD.topics for section in topic.sections if section.optional] == []

    @pytest.mark.parametrize(("topic", "section"), SECTIONS)
    def test_every_section_asks_questions_and_has_a_skeleton(self, topic: Topic, section: RequiredSection) -> None:
        assert topic.section(section.name) is section
        assert 2 <= len(section.questions) <= 6
        assert all(question.endswith("?") for question in section.questions)
        assert len(list(tokens_of(section.skeleton))) >= 2

    def test_no_alias_means_two_sections_of_a_topic(self) -> None:
        for topic in STANDARD.topics:
            names = [name for section in topic.sections for name in (section.name, *section.aliases)]
            assert [name for name in names if names.count(name) > 1] == []


class TestPages:
    @pytest.mark.parametrize("component", COMPONENTS)
    @pytest.mark.parametrize("reading", READINGS)
    def test_document_nothing(self, component: str, reading: str) -> None:
        author = Author(component, owner="Team Parcel", date="2026-11-22")
        pages = {topic.slug: render_topic(topic, author) for topic in STANDARD.topics}
        report = judged(pages, READINGS[reading])
        written = [(verdict.section.name, verdict.status) for verdict in report.sections()]
        assert written == [(name, Status.PLACEHOLDER) for sections in SEED.values() for name in sections]
        assert report.coverage.percent == 0.0

    @pytest.mark.parametrize("component", COMPONENTS)
    @pytest.mark.parametrize("reading", READINGS)
    def test_document_nothing_without_being_compared_to_the_standard(self, component: str, reading: str) -> None:
        nothing = KnownText(None)
        for topic in STANDARD.topics:
            outline = READINGS[reading](render_topic(topic, Author(component)))
            headings = [heading for heading in outline.headings if heading.level == 2]
            assert [heading.text for heading in headings] == [section.name for section in topic.sections]
            own = {heading.text: judge(outline.under(heading), nothing).own for heading in headings}
            assert {name: [unit.text for unit in units] for name, units in own.items() if units} == {}

    @pytest.mark.parametrize("topic", STANDARD.topics, ids=lambda topic: topic.slug)
    def test_begin_with_their_title_and_say_who_started_them(self, topic: Topic) -> None:
        page = render_topic(topic, Author("Orders", owner="Team Parcel", date="2026-11-22"))
        assert page.startswith(f"# Orders: {topic.title}\n")
        assert "Owner: Team Parcel." in page
        assert "2026-11-22" in page
        assert page.endswith("\n")
        assert "{{" not in page
        assert "{%" not in page

    @pytest.mark.parametrize("topic", STANDARD.topics, ids=lambda topic: topic.slug)
    def test_say_nothing_of_an_owner_or_a_day_that_nobody_gave(self, topic: Topic) -> None:
        page = render_topic(topic, Author("Orders"))
        assert "Owner" not in page.split("\n## ")[0]
        assert "Started" not in page
        assert "\n\n\n" not in page

    @pytest.mark.parametrize(("topic", "section"), SECTIONS)
    def test_hold_no_placeholder_that_is_an_html_element(self, topic: Topic, section: RequiredSection) -> None:
        firsts = {re.split(r"[\s/>]", token)[0].casefold() for token in tokens_of(section.skeleton)}
        assert firsts & ELEMENTS == set(), topic.slug

    def test_hold_no_placeholder_that_is_an_html_element_above_their_sections(self) -> None:
        for topic in STANDARD.topics:
            assert {re.split(r"[\s/>]", token)[0].casefold() for token in tokens_of(topic.head)} & ELEMENTS == set()

    @pytest.mark.parametrize(("topic", "section"), SECTIONS)
    def test_keep_their_guidance_out_of_sight(self, topic: Topic, section: RequiredSection) -> None:
        outline = read_html(
            markdown.markdown(render_topic(topic, Author("Orders")), extensions=["tables", "fenced_code"])
        )
        text = " ".join(unit.text for unit in outline.units)
        for hidden in (section.guidance, *section.questions):
            assert hidden not in text

    def test_the_checklist_is_open_throughout(self) -> None:
        assert STANDARD.checklist
        page = render_checklist(STANDARD.checklist, Author("Orders"))
        assert page.startswith("# Orders: ")
        tasks = read_markdown(page).tasks
        assert {task.label: task.ticked for task in tasks} == dict.fromkeys(ITEMS, False)

    @pytest.mark.parametrize("reading", READINGS)
    @pytest.mark.parametrize(("topic", "section"), WITH_TABLE)
    def test_a_table_with_one_real_row_documents_its_section_and_no_other(
        self, topic: Topic, section: RequiredSection, reading: str
    ) -> None:
        lines = section.skeleton.split("\n")
        body = next(number for number, line in enumerate(lines) if line.startswith("| --- |")) + 1
        row = next(number for number, line in enumerate(lines) if number >= body and "<" in line)
        values = iter(
            ["order intake", "four per second", "Team Parcel", "PostgreSQL 16", "Kafka", "p99 of 80 ms", "EU"]
        )
        lines[row] = re.sub(r"<[^<>]+>", lambda _: next(values), lines[row])
        page = render_topic(topic, Author("Orders"))
        assert page.count(section.skeleton) == 1
        report = judged({topic.slug: page.replace(section.skeleton, "\n".join(lines))}, READINGS[reading])
        documented = [each.section.name for each in report.sections() if each.status is Status.DOCUMENTED]
        assert documented == [section.name]

    @pytest.mark.parametrize(("topic", "section"), SECTIONS)
    def test_a_sentence_of_the_authors_own_below_the_skeleton_documents_the_section(
        self, topic: Topic, section: RequiredSection
    ) -> None:
        own = "Since March the order service does this with the library of the platform team, release 7."
        page = render_topic(topic, Author("Orders")).replace(section.skeleton, f"{section.skeleton}\n\n{own}")
        documented = [
            each.section.name for each in judged({topic.slug: page}).sections() if each.status is Status.DOCUMENTED
        ]
        assert documented == [section.name]


def changed(name: str, before: str, after: str) -> Callable[[Path], None]:
    """Return a change to one template: the first `before` becomes `after`."""

    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")

    return change


def appended(name: str, more: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as template:
            template.write(more)

    return change


def written(name: str, text: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).write_text(text, encoding=encoding)

    return change


API = "api-design.md"
LINES = (TEMPLATES / API).read_text(encoding="utf-8").count("\n")
JINJA = "Jinja2 below the first '## ' heading; use {{ component }}, {{ owner }} and {{ date }} only above it"
SWALLOWED = (
    "a browser takes '{}' for HTML and shows nothing of what follows it; "
    "begin the words in angle brackets with another word, or put them in backticks"
)
HEAD = (TEMPLATES / API).read_text(encoding="utf-8").split("\n").index("## API Style") + 1
MONITORING = (TEMPLATES / "checklist.md").read_text(encoding="utf-8").partition("- [ ] **Monitoring")[0].count("\n") + 1
SLUGS = ", ".join(topic.slug for topic in STANDARD.topics)
NO_TEMPLATE = "no page template; begin it with front matter that names a 'topic:' (or a 'checklist:')"

MISTAKES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a section in the front matter that has no heading": (
        changed(API, "  Pagination:\n", "  Paginatoin: {}\n  Pagination:\n"),
        "api-design.md: front matter names a section 'Paginatoin' that has no heading; did you mean 'Pagination'?",
    ),
    "two hyphens in the guidance": (
        appended(API, "\n## More\n\n<!-- What more -- and why\n\n- How?\n-->\n"),
        f"api-design.md:{LINES + 4}: guidance holds '--', which would end the comment; write a colon or a dash instead",
    ),
    "words in angle brackets that a browser swallows": (
        appended(API, "\n## More\n\n<!-- What more -->\n\nThe API keeps to <style of the API>.\n"),
        f"api-design.md:{LINES + 6}: {SWALLOWED.format('<style of the API>')}",
    ),
    "the same above the first section": (
        changed(API, "\n## API Style\n", "\nOf <Title>.\n\n## API Style\n"),
        f"api-design.md:{HEAD}: {SWALLOWED.format('<Title>')}",
    ),
    "the same in the checklist": (
        changed("checklist.md", "- [ ] **Monitoring**: ", "- [ ] **Monitoring**: <plaintext> "),
        f"checklist.md:{MONITORING}: {SWALLOWED.format('<plaintext>')}",
    ),
    "two hyphens in a question": (
        appended(API, "\n## More\n\n<!-- What more\n\n- How -- and why?\n-->\n"),
        f"api-design.md:{LINES + 6}: guidance holds '--', which would end the comment; write a colon or a dash instead",
    ),
    "Jinja in a skeleton": (
        appended(API, "\n## More\n\n<!-- What more -->\n\n{{ component }} does <more than this>.\n"),
        f"api-design.md:{LINES + 6}: {JINJA}",
    ),
    "Jinja in a heading": (
        appended(API, "\n## More of {{ component }}\n"),
        f"api-design.md:{LINES + 2}: {JINJA}",
    ),
    "a Jinja block in guidance": (
        appended(API, "\n## More\n\n<!-- {% if owner %}What more{% endif %} -->\n"),
        f"api-design.md:{LINES + 4}: {JINJA}",
    ),
    "a second heading of the same name": (
        appended(API, "\n## Caching\n\n<more about it>\n"),
        f"api-design.md:{LINES + 2}: a second heading 'Caching'; give each required section one heading",
    ),
    "a second heading of the same words": (
        appended(API, "\n## caching\n\n<more about it>\n"),
        (
            f"api-design.md:{LINES + 2}: a second heading 'caching', which reads as 'Caching'; "
            "give each required section one heading"
        ),
    ),
    "a comment that is not closed": (
        appended(API, "\n## More\n\n<!-- What more\n\n- How?\n"),
        f"api-design.md:{LINES + 4}: the comment is not closed; end it with -->",
    ),
    "no topic": (
        changed(API, "topic: API Architecture\n", ""),
        f"api-design.md: {NO_TEMPLATE}",
    ),
    "an empty topic": (
        changed(API, "topic: API Architecture\n", "topic:\n"),
        "api-design.md: 'topic' is to be a text, not nothing; write topic: some text",
    ),
    "no front matter": (
        written("notes.md", "# Notes\n\n## Something\n"),
        f"notes.md: {NO_TEMPLATE}",
    ),
    "front matter that is not closed": (
        written("notes.md", "---\ntopic: Notes\n# Notes\n\n## Something\n"),
        f"notes.md: {NO_TEMPLATE}",
    ),
    "broken YAML": (
        changed(API, "topic: API Architecture", "topic: API: Architecture"),
        (
            "api-design.md:2: unreadable front matter (mapping values are not allowed in this context); "
            "quote a text with a colon, or mend the indentation"
        ),
    ),
    "a tab in the YAML": (
        changed(API, "sections:\n", "sections:\n\tCaching: {}\n"),
        "api-design.md:6: unreadable front matter (a tab, where spaces are expected); indent with spaces",
    ),
    "a list as front matter": (
        written("notes.md", "---\n- topic\n---\n# Notes\n\n## Something\n"),
        "notes.md:2: unreadable front matter (a mapping is expected); write 'key: value' lines",
    ),
    "an unknown key": (
        changed(API, "order: 1", "oder: 1"),
        "api-design.md: unknown key 'oder'; did you mean 'order'?",
    ),
    "an unknown key of a section": (
        changed(API, "    aliases:\n", "    alias:\n"),
        "api-design.md: sections: API Style: unknown key 'alias'; did you mean 'aliases'?",
    ),
    "an order that is no number": (
        changed(API, "order: 1", "order: first"),
        "api-design.md: 'order' is to be a whole number, not a text; write order: 0",
    ),
    "a page that is no text": (
        changed(API, "page: patterns/api-design.md", "page: [patterns/api-design.md]"),
        "api-design.md: 'page' is to be a text, not a list; write page: patterns/api-design.md",
    ),
    "sections that are no mapping": (
        written("notes.md", "---\ntopic: Notes\nsections: [Something]\n---\n## Something\n"),
        "notes.md: 'sections' is to be a mapping, not a list; write 'name: value' lines below sections:",
    ),
    "aliases that are no texts": (
        written("notes.md", "---\ntopic: Notes\nsections: {Something: {aliases: 3}}\n---\n## Something\n"),
        "notes.md: sections: Something: 'aliases' is to be a list of texts, not a number; write aliases: [one, two]",
    ),
    "an optional that is neither true nor false": (
        written("notes.md", "---\ntopic: Notes\nsections: {Something: {optional: perhaps}}\n---\n## Something\n"),
        (
            "notes.md: sections: Something: 'optional' is to be true or false, not a text; "
            "write optional: true or optional: false"
        ),
    ),
    "no required section": (
        written("notes.md", "---\ntopic: Notes\n---\n# Notes\n\nJust text.\n"),
        "notes.md: no required section; add a '## ' heading for each",
    ),
    "a file that is not UTF-8": (
        written("notes.md", "---\ntopic: Größe\n---\n## Maß\n", encoding="latin-1"),
        "notes.md: is no UTF-8 text (line 2); save it as UTF-8",
    ),
    "evidence of an unknown topic": (
        changed("checklist.md", "[api-design]", "[api-desing]"),
        (
            "checklist.md: evidence: API Design Documented: no topic 'api-desing' in this standard; "
            "did you mean 'api-design'?"
        ),
    ),
    "evidence of an unknown section": (
        changed("checklist.md", "database#Schema Design", "database#Schemas"),
        (
            "checklist.md: evidence: Database Schema: no section 'Schemas' in the topic 'database'; "
            "did you mean 'Schema Design'?"
        ),
    ),
    "evidence of nothing like a topic": (
        changed("checklist.md", "[api-design]", "[zzz]"),
        f"checklist.md: evidence: API Design Documented: no topic 'zzz' in this standard; use one of: {SLUGS}",
    ),
    "evidence that is no list": (
        changed("checklist.md", "[api-design]", "api-design"),
        (
            "checklist.md: evidence: API Design Documented: neither a list nor 'link'; "
            "write a list such as [api-design, 'api-design#Error Handling']"
        ),
    ),
    "evidence for an item that is not there": (
        changed("checklist.md", "  Data Flow: [data-flow]", "  Data Flows: [data-flow]"),
        "checklist.md: evidence for 'Data Flows', which is no item of the checklist; did you mean 'Data Flow'?",
    ),
    "an unknown key of the checklist": (
        changed("checklist.md", "evidence:\n", "evidences:\n"),
        "checklist.md: unknown key 'evidences'; did you mean 'evidence'?",
    ),
    "a second checklist": (
        written("second.md", "---\nchecklist: Second\n---\n- [ ] **One**: thing\n"),
        "second.md: a second checklist; keep one checklist in a standard",
    ),
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A team's own copy of the templates."""
    folder = tmp_path / "own"
    shutil.copytree(TEMPLATES, folder)
    return folder


class TestMistakes:
    @pytest.mark.parametrize(("change", "line"), MISTAKES.values(), ids=list(MISTAKES))
    def test_are_told_on_one_line_with_file_and_remedy(
        self, own: Path, change: Callable[[Path], None], line: str
    ) -> None:
        change(own)
        with pytest.raises(ConfigurationError) as caught:
            load_folder(own)
        assert str(caught.value) == f"{own}/{line}"

    def test_of_jinja_above_the_sections_are_told_when_a_page_is_made(self, own: Path) -> None:
        changed(API, "{{ component }}", "{{ componnet }}")(own)
        topic = load_folder(own).topic("api-design")
        assert topic
        line = (own / API).read_text(encoding="utf-8").partition("componnet")[0].count("\n") + 1
        with pytest.raises(ConfigurationError) as caught:
            render_topic(topic, Author("Orders"))
        assert str(caught.value) == (
            f"{own / API}:{line}: Jinja2 cannot read it ('componnet' is undefined); "
            "mend what stands above its first '## ' heading"
        )

    def test_of_jinja_that_cannot_be_read_are_told_with_their_line(self, own: Path) -> None:
        changed(API, "{% if owner %}", "{% iff owner %}")(own)
        line = (own / API).read_text(encoding="utf-8").partition("{% iff")[0].count("\n") + 1
        topic = load_folder(own).topic("api-design")
        assert topic
        with pytest.raises(ConfigurationError, match=rf"api-design\.md:{line}: Jinja2 cannot read it \(.*'iff'"):
            render_topic(topic, Author("Orders"))

    def test_of_a_comment_that_swallows_the_next_heading_are_told_in_its_section(self, own: Path) -> None:
        text = (own / API).read_text(encoding="utf-8")
        start = text.index("## Pagination\n")
        changed(API, text[start:], text[start:].replace("-->", "", 1))(own)
        with pytest.raises(ConfigurationError, match="comment") as caught:
            load_folder(own)
        line = int(str(caught.value).split(f"{API}:")[1].split(":")[0])
        first = text[:start].count("\n") + 1
        assert first <= line <= text[: text.index("## Caching\n")].count("\n")


class TestOwnStandards:
    def test_a_copied_folder_is_the_same_standard(self, own: Path) -> None:
        copied = load_folder(own)
        assert copied.topics == STANDARD.topics
        assert copied.checklist == STANDARD.checklist
        assert copied.name == "own"

    def test_a_readme_beside_the_templates_is_no_template(self, own: Path) -> None:
        written("README.md", "# Our standard\n")(own)
        assert load_folder(own).required == 46

    def test_a_section_is_required_by_its_heading_alone(self, own: Path) -> None:
        appended(API, "\n## Webhooks\n\n<!-- Who is told of what -->\n\n<event and receiver>\n")(own)
        topic = load_folder(own).topic("api-design")
        assert topic
        assert topic.sections[-1].name == "Webhooks"
        assert topic.sections[-1].guidance == "Who is told of what"

    def test_headings_in_fences_and_comments_require_nothing(self, own: Path) -> None:
        appended(API, "\n```\n## Not one\n```\n\n~~~\n## Nor this\n~~~\n\n<!--\n## Nor that\n-->\n")(own)
        assert load_folder(own).required == 46

    def test_line_endings_do_not_matter(self, own: Path) -> None:
        for file in own.iterdir():
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
        copied = load_folder(own)
        assert copied.topics == STANDARD.topics

    def test_topics_stand_in_their_order_and_then_by_name(self, own: Path) -> None:
        written("aaa.md", "---\ntopic: Last\norder: 99\n---\n## One\n")(own)
        written("bbb.md", "---\ntopic: First\n---\n## One\n")(own)
        slugs = [topic.slug for topic in load_folder(own).topics]
        assert slugs == ["bbb", *(topic.slug for topic in STANDARD.topics), "aaa"]

    def test_a_standard_needs_no_checklist(self, own: Path) -> None:
        (own / "checklist.md").unlink()
        copied: Standard = load_folder(own)
        assert copied.checklist is None
