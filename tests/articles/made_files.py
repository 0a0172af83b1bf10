"""Files of all forms, made in memory for tests."""

import io
import zipfile

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

STORY = "Ann Hale sued Bob Dorn in Kelham on Tuesday. The court will hear her in May."


def pdf(pages, *, title="", author="", encrypt=None):
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=encrypt)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(60, 780 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def zipped(members, *, compress=True):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(paragraphs, *, title="", creator=""):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    core = f'<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator></x>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
            "docProps/core.xml": core,
        }
    )


def mail(body=STORY, *, kind="text/plain"):
    return (
        "From: Kelham Courier <news@courier.example>\nTo: ann@example.org\nSubject: Hale sues Dorn\n"
        f"Date: Tue, 09 May 2017 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\n\n{body}\n"
    ).encode()


RSS = f"""<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Kelham Courier</title>
<item><title>Hale sues Dorn</title><link>https://courier.example/1</link>
<pubDate>Tue, 09 May 2017 10:00:00 GMT</pubDate>
<description>Short.</description>
<content:encoded>&lt;p&gt;{STORY}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content:encoded></item>
<item><title>Dorn answers &secret;</title><link>https://courier.example/2</link></item></channel></rss>""".encode()
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Hale sues Dorn</title>
<link rel="self" href="https://post.example/self"/><link href="https://post.example/1"/><updated>2017-05-09T10:00:00Z</updated>
<author><name>Mia Ross</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{STORY}</p></div>
</content></entry></feed>""".encode()
