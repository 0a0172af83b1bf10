"""Boilerplate is found by its words and its place, and stories that speak of donations or readers are left alone."""

import pytest

from graph.articles import body_blocks, read_article
from graph.settings import ROOT

SEED = ROOT / "seeds" / "2017-05-10-trump-lavrov.txt"

STORY = [
    "Harbour board dismisses Ellen Marsh after audit",
    "The Port of Kelham dismissed its chief executive, Ellen Marsh, on Tuesday after auditors found missing invoices.",
    '"We owe our readers the truth, and your support has been wonderful," Ms Marsh told the Kelham Courier.',
    "Mayor Tom Oduya asked donors to subscribe to a new fund for the dock workers.",
]

AROUND = {
    "guardian": (
        ["Skip to main content", "News", "Opinion", "Sport", "Culture", "Lifestyle"],
        [
            "As 2018 begins, we have a favour to ask. We are reader-funded and have no paywall, so our journalism "
            "stays open to all. If you can, please support us from as little as £1.",
            "Support the paper",
            "Become a supporter",
            "Topics",
            "Kelham",
            "Ports",
            "Reuse this content",
        ],
    ),
    "agency": (
        ["By Ann Lee and Raj Patel", "May 9, 2017 / 4:15 PM / Updated 2 hours ago"],
        [
            "Reporting by Ann Lee in Kelham and Raj Patel in London; Editing by Jo Diaz",
            "Our Standards: The Trust Principles.",
            "© 2017 The Agency. All rights reserved. This material may not be published, broadcast, rewritten or "
            "redistributed.",
        ],
    ),
    "tabloid": (
        ["Published: 10:15, 9 May 2017 | Updated: 11:02, 9 May 2017", "Share", "233 shares", "38 View comments"],
        [
            "Advertisement",
            "Share or comment on this article",
            "Most read news",
            "Dock boss in the soup",
            "Ten things that sailors never say",
            "Add comment",
            "Comments 38",
        ],
    ),
    "local": (
        ["Sign up for our daily newsletter and get the Courier in your inbox", "Invalid email"],
        [
            "We use cookies to give you the best experience. By clicking accept you agree to our cookie policy.",
            "Follow the Courier on Facebook",
            "Image: Getty Images",
            "Read more: What the auditors saw",
            "Join the conversation",
        ],
    ),
    "metered": (
        ["You have 2 free articles left this month. Already a subscriber? Log in", "4 min read"],
        [
            "Subscribe now",
            "To continue reading, create a free account. Cancel anytime.",
            "Ann Lee, Transport Correspondent",
            "A version of this article appeared in print on Page A1",
            "Privacy Policy",
            "Terms of Service",
        ],
    ),
}


def removed_text(article):
    return "\n".join(part.span.of(article.text) for part in article.removed)


def test_boilerplate_seed_loses_appeal_and_forum_and_nothing_else():
    article = read_article(SEED.read_bytes(), name=SEED.name)
    appeal, forum = article.removed
    assert appeal.reason == "appeal"
    assert appeal.span.of(article.text).startswith("Your support helps us")
    assert appeal.span.of(article.text).endswith("makes all the difference.")
    assert forum.reason == "comments"
    assert article.text[forum.span.start :].startswith("Join our commenting forum")
    assert forum.span.end == len(article.text)


def test_boilerplate_seed_keeps_the_glued_first_sentence_whole():
    article = read_article(SEED.read_bytes(), name=SEED.name)
    blocks = [block.of(article.text) for block in body_blocks(article)]
    assert blocks[1].startswith("President Donald Trump has met with")
    assert not any("Musk" in block or "A Word" in block for block in blocks)
    assert blocks[-1].startswith("“Putin doesn't want")


@pytest.mark.parametrize("outlet", AROUND)
def test_boilerplate_around_a_story_is_removed(outlet):
    above, below = AROUND[outlet]
    article = read_article("\n".join([*above, *STORY, *below]))
    body = [block.of(article.text) for block in body_blocks(article)]
    assert [line for line in STORY if line not in body] == []
    left = [line for line in body if line not in STORY]
    assert len(left) <= (len(above) + len(below)) // 4, left


@pytest.mark.parametrize("outlet", AROUND)
def test_boilerplate_reasons_are_words_for_the_reader(outlet):
    above, below = AROUND[outlet]
    reasons = {part.reason for part in read_article("\n".join([*above, *STORY, *below])).removed}
    assert reasons <= {
        "appeal", "comments", "links", "sharing", "legal notice", "credit", "byline", "date line", "advertisement",
        "sources", "menu",
    }  # fmt: skip


@pytest.mark.parametrize(
    "paragraph",
    [
        "The committee asked supporters to donate $5 each to the campaign of Hillary Clinton.",
        '"Your support makes all the difference," Trump told donors. "Subscribe to our newsletter."',
        "Join hands, the bishop said, and the crowd joined the discussion about independent media in Hungary.",
        "We went to Kabul and met the mayor, who told us that he had never seen your president.",
        "Reporters Without Borders accused Turkey of jailing journalists who comment on the war.",
        "Facebook removed the page of the group after Twitter had banned its leader.",
        "The Senate voted to update its privacy rules on Tuesday.",
        "Trump signed up Paul Manafort in March 2016.",
    ],
)
def test_boilerplate_leaves_news_about_such_things_alone(paragraph):
    text = "\n".join(["Something happened in Kelham", paragraph, STORY[1]])
    assert read_article(text).removed == ()


def test_boilerplate_a_paragraph_between_two_appeals_goes_too():
    text = "\n".join(
        [
            STORY[0],
            "Your donation keeps our reporters on the ground.",
            "From the docks to the city hall, Kelham has many corners to look into.",
            "Without your support we could not do it.",
            *STORY[1:],
        ]
    )
    assert "many corners" in removed_text(read_article(text))


def test_boilerplate_a_paragraph_between_links_stays():
    text = "\n".join([STORY[0], "Read more: The audit in full", STORY[1], "Advertisement", STORY[3]])
    assert STORY[1] not in removed_text(read_article(text))


def test_boilerplate_titles_below_a_heading_go_until_the_story_resumes():
    text = "\n".join([*STORY[:2], "Related articles", "Dock strike ends", "Who is Tom Oduya?", "New cranes", STORY[3]])
    removed = removed_text(read_article(text))
    assert "Dock strike ends" in removed
    assert STORY[3] not in removed


def test_boilerplate_lists_of_sources_at_the_end_go():
    text = "\n\n".join([*STORY, "Sources", '"Port boss out" — Kelham Courier, May 9, 2017', "Categories: Ports"])
    assert removed_text(read_article(text)).startswith("Sources")


def test_boilerplate_is_kept_where_nothing_else_is_there():
    assert read_article("Your support makes all the difference.").removed == ()


@pytest.mark.parametrize(
    ("start", "outlet"),
    [
        ("WASHINGTON (Reuters) - ", "Reuters"),
        ("KABUL, Afghanistan (AP) — ", "AP"),
        ("LONDON — ", None),
    ],
)
def test_boilerplate_a_wire_storys_dateline_is_cut_off(start, outlet):
    article = read_article(f"{STORY[0]}\n{start}{STORY[1]}")
    assert [part.span.of(article.text) for part in article.removed] == [start]
    assert article.outlet == outlet


def test_boilerplate_spans_are_in_order_and_apart():
    for above, below in AROUND.values():
        article = read_article("\n".join([*above, *STORY, *below]))
        ends = [0, *(part.span.end for part in article.removed)]
        starts = [part.span.start for part in article.removed]
        assert all(end <= start for end, start in zip(ends, starts, strict=False))
