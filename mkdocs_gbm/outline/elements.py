"""Which HTML elements mean what to the outline reader."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

#: Elements that end the paragraph before them.
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form header hgroup hr html legend li main menu nav ol optgroup option p pre search section select "
    "summary table tbody tfoot thead tr ul".split()
)

#: Elements that are content by being there.
IMAGES = frozenset("img svg picture video audio object embed iframe canvas math".split())

#: Elements whose text no reader sees.
UNSEEN = frozenset("script style template noscript head title meta link base textarea datalist colgroup".split())

#: What MkDocs, Material and Python-Markdown add around the author's words.
FURNITURE = frozenset(
    "toc footnote headerlink footnote-backref footnote-ref linenos linenodiv filename tabbed-labels "
    "md-annotation twemoji emojione gemoji gbm-badges gbm-strip gbm-hint gbm-coverage".split()
)

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br button cite code data del dfn em font i input ins kbd label map mark meter nobr "
    "output progress q rb rp rt rtc ruby s samp slot small span strike strong sub sup td th time tt u var wbr area "
    "source track param col".split()
)

KNOWN = BLOCKS | IMAGES | UNSEEN | _INLINE | HEADINGS.keys()

DIAGRAM_LANGUAGES = frozenset(
    "mermaid plantuml puml uml dot graphviz d2 ditaa blockdiag seqdiag nomnoml bytefield erd "
    "pikchr structurizr svgbob vega vegalite wavedrom excalidraw kroki".split()
)
