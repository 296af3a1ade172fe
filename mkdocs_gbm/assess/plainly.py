"""Put a plain word in the place of what is called by many names: tickets and dates, teams, texts that are somewhere."""

import re

from mkdocs_gbm.assess.owing_signs import PLACE
from mkdocs_gbm.assess.patterns import any_of, any_word, in_any_case

#: What is owed has a day and a number: tickets, dates, quarters, sprints.
_VERSION = in_any_case(r"\b(?:version|v) ?\d[\d.]*")
_DATED = in_any_case(
    any_of(
        r"(?-i:\b(?!AES|SHA|RSA|UTF|ISO|HMAC|TLS|ED|ES|RS|HS|PKCS|NIST|FIPS|EN|HTTP)[A-Z][A-Z0-9]+-\d+\b)",
        # What a company is audited by. Others are formats: "All times in ISO 8601".
        r"\b(?:soc ?[123]|iso[ /-]?(?:27\d{3}|9001|13485|22301)|(?:pci(?: dss)?|cfr)[ /-]?\d[\d.]*)\b",
        r"#\w[\w-]*|(?-i:@[a-z][\w-]*)",
        r"\b\d{1,2}\.\d{1,2}\.\d{4}\b",
        r"\b\d{1,2}(?:st|nd|rd|th|\.)? "
        + any_word("january february march april may june july august september october november december")
        + r"\b",
        r"\b20\d\d(?:-\d\d){0,2}\b",
        r"\b[QH][1-4]\b|\brfc ?\d{1,3}\b",
        r"\b"
        + any_word("sprint phase stage release adr step iteration week increment ticket issue milestone pi")
        + r" ?\d[\d.]*",
    )
)
#: A group of people, whatever it is called by.
_TEAM = in_any_case(
    r"\b"
    + any_word("the our an? your their my its another this that some by with to from and")
    + r" (?:(?!(?:is|are|was|were|be)\b)[\w'\u2019/-]+ ){0,3}?"
    + any_word(
        "team department group guys people folks board officer leads? committee council office administrators? admins? "
        "architects? engineers? developers? experts? manager owner project programme initiative squad guild vendor "
        "supplier provider partner"
    )
    + r"\b"
)
#: A text that is somewhere, whatever it is about.
_TEXT = in_any_case(
    r"\b"
    + any_word("the our an? your their my its another this that")
    + r" (?:(?!(?:is|are|was|were|be)\b)[\w'\u2019/-]+ ){1,3}?"
    + any_word(f"{PLACE} document concept manual guide guideline handbook diagram specification channel")
    + r"\b"
)


def plainly(clause: str) -> str:
    """Return a clause with a plain word for each ticket and date, team, and text that is somewhere."""
    for pattern, plain in ((_VERSION, "meeting"), (_DATED, "milestone"), (_TEAM, "team"), (_TEXT, "wiki")):
        clause = re.sub(pattern, plain, clause)
    return clause
