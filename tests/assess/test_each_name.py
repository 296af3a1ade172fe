"""Each word that may stand in a heading beside a section's name, and what may not."""

from pathlib import Path

import pytest

from mkdocs_gbm import standard
from mkdocs_gbm.assess import names
from mkdocs_gbm.assess.nearest import likeness
from mkdocs_gbm.assess.recognise import Recogniser

BACKEND = standard.load("backend_engineer", Path.cwd())
RECOGNISERS = {topic.slug: Recogniser(topic, BACKEND) for topic in BACKEND.topics}

BESIDE = """
    a against application applying approach architecture as avoiding backend basics best buffer by call choice
    choosing concept configuration consideration consuming convention current current daily decision defense
    defining definition deploying description design detail details documentation end explanation external for
    format found framework general global guide guideline handling how identified implementation in info
    information infrastructure internal introduction known layer level level logical making management managing
    matrix measure mechanism method methodology model nightly note of on online only option our overview pattern
    periodic physical plan policy practice preventing principle procedure process protection publishing
    reference requirement rule running scheduled scheme section settings setup specification standard strategy
    structure summary support system table technical technique to tooling tools topology untrusted usage used
    value workflow
"""
TECHNOLOGIES = """
    activemq airflow alembic artemis auth0 aws azure cassandra celery cloudflare consul cron dbt debezium django docker
    dynamodb elasticsearch envoy express fastapi flask flink flyway gcp grafana graphql grpc haproxy hazelcast hibernate
    hystrix ibm istio jaeger jwt k8s kafka keycloak kong kubernetes linkerd liquibase mariadb memcached mongodb mq
    mysql nats nginx oauth oauth2 oidc openapi oracle pgbouncer polly postgres postgresql prometheus pulsar rabbitmq
    rails redis resilience4j rest saml sidekiq spark spring sqlite sqs sso swagger traefik varnish vault
"""
DATABASES = """
    aurora cassandra clickhouse cockroachdb couchdb dynamodb elasticsearch influxdb mariadb mongodb mssql mysql
    neo4j oracle postgres postgresql redis spanner sqlite timescaledb
"""
ACTORS = """
    admin administrator agent api app caller client consumer customer dealer developer device employee end
    machine member merchant operator partner party person service staff subscriber supplier system tenant third
    user vendor
"""
SYSTEMS = "api service platform server database db cluster gateway"
ADVICE = "use avoid add enable disable implement consider prefer never always"
OTHER_SUBJECTS = "enable disable fix debug test fail break upgrade install learn teach train buy pay cost"


@pytest.mark.parametrize(
    ("topic", "heading", "words", "section"),
    [
        ("api-design", "Pagination {}", BESIDE, "Pagination"),
        ("api-design", "{} of pagination", BESIDE, "Pagination"),
        ("api-design", "{} pagination", TECHNOLOGIES, "Pagination"),
        ("performance", "{} Optimization", DATABASES, "Database Optimization"),
        ("services", "Timeouts of {}s", ACTORS, "Timeouts"),
        ("database", "Indexed: {}", "B-trees all", "Indexing Strategy"),
        ("database", "{}", "Indexed indexing Indexes", "Indexing Strategy"),
        ("api-design", "{}: Error Handling", SYSTEMS, "Error Handling"),
        ("api-design", "Guide {} pagination", "a application backend by for how in our system to used", "Pagination"),
        (
            "api-design",
            "Pagination {} cursors",
            "via using with through against into : - | \u2013 \u2014",
            "Pagination",
        ),
        ("api-design", "Pagination based on {}", "cursors tokens", "Pagination"),
        ("api-design", "Pagination powered by {}", "cursors tokens", "Pagination"),
        ("api-design", "Error Handling {} the old mesh", "of for between across in to from by", "Error Handling"),
        ("api-design", "{} Error Handling", SYSTEMS, "Error Handling"),
    ],
)
def test_each_word_that_changes_no_subject(topic: str, heading: str, words: str, section: str) -> None:
    headings = [heading.format(word) for word in words.split()]
    assert [each for each in headings if section not in RECOGNISERS[topic].recognise(each)] == []


@pytest.mark.parametrize(
    ("topic", "heading", "words"),
    [
        ("api-design", "{} pagination", ADVICE),
        ("api-design", "{} errors and pagination", ADVICE),
        ("api-design", "How do you {} pagination?", OTHER_SUBJECTS),
        ("api-design", "Pagination {}", "orders button partner cursor-state Redis-cluster header"),
        ("api-design", "{}: Pagination", "Orders Payments Warden"),
        ("services", "Timeouts of {}", "orders the-bank last-May"),
        ("services", "{} of ???", "??? ... !!! \u2026\u2026\u2026"),
    ],
)
def test_each_word_that_makes_it_another_subject(topic: str, heading: str, words: str) -> None:
    headings = [heading.format(word) for word in words.split()]
    assert [each for each in headings if RECOGNISERS[topic].recognise(each)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Behaviour", "behavior"), ("Catalogues", "catalog"), ("Data centre", "data center"), ("Indices", "index"),
        ("Indexes", "Index"), ("Licence", "license"), ("Throttle", "Throttling"), ("Asynchronous", "async"),
        ("Synchronous jobs", "sync job"), ("DB", "database"), ("AuthN", "Authentication"), ("AuthZ", "Authorization"),
        ("Config", "Configuration"), ("Authorisation", "Authorization"), ("Optimised", "Optimized"),
        ("Optimise", "Optimize"), ("Optimiser", "Optimizer"), ("Optimises", "optimizes"), ("Optimising", "Optimizing"),
        ("Authorisations", "Authorizations"), ("Rate-Limiting", "rate limiting"), ("The Caches", "cache"),
        ("A Cache", "cache"), ("An Index", "index"), ("Our Cache", "cache"), ("3.2 Caching", "caching"),
        ("2) Caching", "caching"), ("A. Caching", "caching"), ("IV. Caching", "caching"),
        ("Section 3: Caching", "caching"),
        ("Chapter 3 Caching", "caching"), ("Part 3. Caching", "caching"), ("Step 2: Caching", "caching"),
        ("Appendix 2 - Caching", "caching"), ("\u00a712 Caching", "caching"), ("# 12 Caching", "caching"),
        ("(1) Caching", "caching"), ("R12. Caching", "caching"), ("ADR-0012: Caching", "caching"),
        ("Appendix B: Caching", "caching"), ("Annex C. Caching", "caching"), ("II: Caching", "caching"),
        (":rocket: Caching", "caching"), ("\U0001f680 Caching", "caching"), ("**Caching**", "caching"),
        ("`Caching`", "caching"), ("Caching {#cache}", "caching"), ("Caching v2", "caching"), ("CACHING:", "caching"),
        ("Policies & Rules", "policies and rules"), ("Queries", "query"), ("Caching \u2728", "caching"),
        ("Section 3 Caching", "caching"), ("Part 3 Caching", "caching"), ("Appendix 2 Caching", "caching"),
        ("Step 4 Caching", "caching"), ("Section B: Caching", "caching"), ("Part C. Caching", "caching"),
        ("Decision: Caching", "caching"), ("Decided: Caching", "caching"), ("ADR: Caching", "caching"),
        ("RFC: Caching", "caching"), ("Decision 12: Caching", "caching"), ("NFR-12 Caching", "caching"),
        ("\U0001f44d\U0001f3fd 3. Caching", "caching"), ("1\ufe0f\u20e3 Caching", "caching"),
        ("\U0001f469\u200d\U0001f4bb 3. Caching", "caching"), ("2\ufe0f Caching", "caching"),
        ("Me\u0301thode", "m\u00e9thode"), ("(new) Caching", "caching"), ("(new) Caching (c) [d]", "caching"),
        ("Processes", "process"), ("Boxes", "box"), ("Hashes", "hash"), ("Ties", "tie"), ("Centralised", "centralized"),
    ],
)  # fmt: skip
def test_two_ways_to_write_one_name(one: str, other: str) -> None:
    assert names.key(one) == names.key(other)


def test_a_heading_of_several_hundred_characters_means_nothing() -> None:
    assert RECOGNISERS["api-design"].recognise("Pagination " * 40) == {}


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("Caching and Paging", ("Caching", "Paging")),
        ("Caching or Paging", ("Caching", "Paging")),
        ("Caching and/or Paging", ("Caching", "Paging")),
        ("Caching vs Paging", ("Caching", "Paging")),
        ("Caching vs. Paging", ("Caching", "Paging")),
        ("Caching versus Paging", ("Caching", "Paging")),
        ("Caching/Paging", ("Caching", "Paging")),
        ("Caching / Paging", ("Caching", "Paging")),
        ("Caching & Paging", ("Caching", "Paging")),
        ("Caching + Paging", ("Caching", "Paging")),
        ("Caching; Paging, Sorting", ("Caching", "Paging", "Sorting")),
        ("Caching AND Paging", ("Caching", "Paging")),
        ("Caching", ()),
        ("Android orders", ()),
        ("and Caching", ()),
    ],
)
def test_the_subjects_of_a_name(heading: str, parts: tuple[str, ...]) -> None:
    assert names.parts_of(heading) == parts


@pytest.mark.parametrize(
    ("heading", "shared"),
    [
        ("Memory and connection limits", ("Memory limits",)),
        ("Memory, disk and connection limits", ("Memory limits", "disk limits")),
        ("Database reads and writes", ("Database writes",)),
        ("Database reads, writes and locks", ("Database writes", "Database locks")),
        ("Query time and row limits", ("Query time limits", "Query row limits")),
        ("Caching and Paging", ()),
    ],
)
def test_a_word_that_subjects_share(heading: str, shared: tuple[str, ...]) -> None:
    assert names.shared(names.parts_of(heading)) == shared


@pytest.mark.parametrize(
    ("heading", "turned"),
    [
        ("Flow of requests", "requests Flow"),
        ("The flow of the requests", "requests flow"),
        ("Our flow of our requests", "requests flow"),
        ("A flow of a request", "request flow"),
        ("An error of an order", "order error"),
        ("The FLOW OF requests", "requests FLOW"),
        ("Officials", None),
        ("Flow of it", None),
    ],
)
def test_a_name_turned_round(heading: str, turned: str | None) -> None:
    assert names.turned(heading) == turned


def test_what_terms_of_the_trade_are_of_does_not_matter() -> None:
    terms = (
        "Encryption authentication pagination throttling versioning sharding partitioning archiving indexing caching"
    )
    for term in terms.split():
        assert names.qualified(f"{term} of orders") == term
        assert names.qualified(f"{term} for orders") == term
    assert names.qualified("Schema per store") == "Schema"
    assert names.qualified("ETL to the warehouse") == "ETL"
    assert names.qualified("Orders of clients") is None


def test_the_life_of_anything() -> None:
    for life in "life lifecycle journey path way anatomy flow".split():
        assert names.of_a_life(f"The {life} of an order") == names.of_a_life(f"{life} of one order")
        assert names.of_a_life(f"{life} of a payment") == "Life of a request"
    for begins in (
        "Life cycle of an order",
        "What happens when it fails",
        "what happens if so",
        "What happens after it",
    ):
        assert names.of_a_life(begins) == "Life of a request"
    assert names.of_a_life("Life of orders") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("DNS", "DN"), ("Status", "Statu"), ("Process", "Proces"), ("Analysis", "Analysi"), ("v2", ""), ("100", "")],
)
def test_two_names(one: str, other: str) -> None:
    assert names.key(one) != names.key(other)


@pytest.mark.parametrize(
    ("heading", "name", "least", "most"),
    [
        ("Cachng", "Caching", 0.9, 1.0),
        ("Rate Limting Rules", "Rate Limiting", 0.6, 0.9),
        ("Cashing in", "Caching", 0.0, 0.0),
        ("Gnichac", "Caching", 0.0, 0.0),
        ("Orders", "Caching", 0.0, 0.0),
        ("Rate of exchange of orders", "Rate Limiting", 0.0, 0.0),
        ("Caching " * 100, "Caching", 0.0, 0.0),
        ("Caching", "Caching", 1.0, 1.0),
    ],
)
def test_how_alike_two_names_are(heading: str, name: str, least: float, most: float) -> None:
    assert least <= likeness(heading, name) <= most
