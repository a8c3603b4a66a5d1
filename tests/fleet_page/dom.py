#!/usr/bin/python3
"""Counts in the document that a browser made of the page: dom.py DUMP → 'NAME|NUMBER' lines, then what is wrong."""
import html.parser
import sys


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.cells, self.rows, self.ids, self.links, self.elements = {}, 0, [], [], set()
        self.where, self.scripts, self.text, self.title = [], 0, [], ""
        self.classes = {"unanswered": 0, "unsupported": 0}

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        self.elements.add(tag)
        kind = attributes.get("class") or ""
        if attributes.get("id"):
            self.ids.append(attributes["id"])
        if tag == "a":
            self.links.append(attributes.get("href", ""))
        if tag == "table":
            self.where.append(kind)
        if tag == "title":
            self.where.append("title")
        if self.where[-1:] == ["matrix"]:
            if tag == "td" and kind != "system":
                self.cells[kind or "empty"] = self.cells.get(kind or "empty", 0) + 1
            self.rows += tag == "th" and attributes.get("scope") == "row"
            self.scripts += tag == "th" and kind == "s"
        if kind in self.classes:
            self.classes[kind] += 1
        for name, value in pairs:
            if name.startswith("on") or (name in ("src", "href") and not (value or "").startswith("#")):
                print(f"wrong: <{tag} {name}={value}>")

    def handle_endtag(self, tag):
        if tag in ("table", "title"):
            self.where.pop()

    def handle_data(self, data):
        self.text.append(data)
        if self.where[-1:] == ["title"]:
            self.title += data


page = Page()
page.feed(open(sys.argv[1], encoding="utf-8").read())
for name in ("breaks", "open", "runs", "empty"):
    print(f"{name}|{page.cells.get(name, 0)}")
print(f"rows|{page.rows}\nscripts|{page.scripts}")
for name, number in page.classes.items():
    print(f"{name}|{number}")
for element in ("script", "img", "link", "iframe", "i", "u"):
    if element in page.elements:
        print(f"wrong: the page has an element {element}")
if page.title != "What breaks where":
    print(f"wrong: the title is {page.title}")
if len(page.ids) != len(set(page.ids)):
    print("wrong: an id stands twice")
for link in page.links:
    if link[1:] not in page.ids:
        print(f"wrong: {link} leads nowhere")
text = "".join(page.text)
for name in ('<script>document.title="hacked"</script>', "a&amp;b", '<h1 id="matrix">.ps1', "<style>*{display:none}</style>", "<i>Win32.<u>"):
    if name not in text:
        print(f"wrong: {name} is not shown as it is")
