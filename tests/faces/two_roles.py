"""An invented law that binds two roles, and three parties in them."""

import shutil
from pathlib import Path

from technofed import api
from technofed._base.dates import parse_day
from technofed.law.brief import Brief
from tests.conftest import EXEMPLA

KIOSK_CODE = """
id: xa-1/kiosk-code
title: Kiosk Code
short: Kiosk Code
jurisdiction: XA-1
level: local
dimension: software
area: consumer protection
approach: risk_based
kind: act
citation: "First State Code §§ 9-1 to -9"
summary: Kiosks are labelled and kept in a register.
sources:
  - {id: act, title: HB 9, url: "https://law.example/hb9", read: 2031-07-01, confidence: primary}
history:
  - {known: 2031-01-01, event: enacted, by: HB 9, source: act, verify: the day is from memory, sets: {in_force_from: 2031-02-01}}
provisions:
  - id: "1"
    title: Labels
    pinpoint: "§ 9-1"
    concerns: use
    modality: duty
    summary: Each kiosk bears a label.
    applies_if:
      all:
        - {if: "within(place, 'XA-1')", cite: "§ 9-1", say: it stands in the First State}
    duties:
      - {id: put, who: deployer, do: put the label on, cite: "§ 9-1(a)", enforcer: the Inspector, penalty: 300 a day, private_action: no, note: The fine doubles each time.}
      - {id: give, who: developer, do: supply the label, cite: "§ 9-1(b)", enforcer: the Guild}
    sources: [act]
    confidence: secondary
    verify: the size of the label was not read
  - id: "2"
    title: Register
    pinpoint: "§ 9-2"
    concerns: use
    modality: duty
    summary: Each kiosk stands in the register.
    applies_if:
      all:
        - {if: "within(place, 'XA-1')", cite: "§ 9-2", say: it stands in the First State}
    duties:
      - {id: enter, who: anyone, do: enter the kiosk, cite: "§ 9-2"}
    sources: [act]
    confidence: primary
"""

DEAD_BILL = """
id: xa-1/kiosk-ban
title: Kiosk Ban
short: Kiosk Ban
jurisdiction: XA-1
level: local
dimension: software
area: consumer protection
approach: risk_based
kind: bill
citation: HB 8
summary: Would have banned kiosks.
sources:
  - {id: bill, title: HB 8, url: "https://law.example/hb8", read: 2031-07-01, confidence: primary}
history:
  - {known: 2031-01-01, event: vetoed, by: the Governor, source: bill}
provisions:
  - id: "1"
    title: No kiosks in large shops
    pinpoint: HB 8 § 1
    concerns: use
    modality: prohibition
    summary: Large shops would have had no kiosks.
    applies_if:
      all:
        - {if: "role == 'deployer'", cite: HB 8, say: it uses the system}
        - {if: "employees >= 10", cite: HB 8, say: it is large}
    sources: [bill]
    confidence: primary
"""

UNDERTAKING = """
undertaking: A kiosk
summary: Two shops rank applicants with a kiosk.
who:
  - {id: shop, name: Shop, employees: 48}
  - {id: mall, name: Mall, employees: 30}
  - {id: maker, name: Maker}
systems:
  - {id: kiosk, name: Kiosk}
uses:
  - id: hiring
    name: Hiring
    system: kiosk
    roles: {deployer: [shop, mall], developer: maker}
    domain: hiring
    inputs: [face]
    places: [XA-1]
"""

FACTS = api.load(EXEMPLA).vocabulary
BEARERS = ["Shop, as deployer", "Mall, as deployer", "Maker, as developer"]


NEW_CODE = """
id: xa-1/kiosk-code-of-2032
title: Kiosk Code of 2032
short: New Kiosk Code
jurisdiction: XA-1
level: local
dimension: software
area: consumer protection
approach: risk_based
kind: act
citation: "First State Code §§ 10-1 to -9"
summary: Kiosks are announced.
sources:
  - {id: act, title: HB 20, url: "https://law.example/hb20", read: 2031-07-01, confidence: primary}
  - {id: unused, title: A note that nothing cites, citation: "note 1", read: 2031-07-01, confidence: secondary}
history:
  - {known: 2031-06-01, event: enacted, by: HB 20, source: act, sets: {in_force_from: 2032-01-01}}
calendar:
  - {day: 2032-01-01, what: the code takes effect; stickers are handed out, cite: "§ 10-9", source: act}
provisions:
  - id: "1"
    title: Announcement
    pinpoint: "§ 10-1"
    concerns: use
    modality: duty
    summary: A kiosk is announced before people meet it.
    applies_if:
      all:
        - {if: "within(place, 'XA-1')", cite: "§ 10-1", say: it stands in the First State}
        - {if: "role == 'deployer'", cite: "§ 10-1", say: it uses the system}
    unless:
      - id: licensed
        cite: "§ 10-5"
        say: a licence of the centre covers it
        burden: deployer
        all:
          - {if: licensed, cite: "§ 10-5", say: it holds the licence}
    duties:
      - {id: tell, who: deployer, do: tell the Inspector, cite: "§ 10-1(a)", when: {by: 2032-06-01}}
    sources: [act]
    confidence: secondary
  - id: "2"
    title: Announcement by makers
    pinpoint: "§ 10-2"
    concerns: use
    modality: duty
    summary: A maker announces its kiosks.
    applies_if:
      all:
        - {if: "within(place, 'XA-1')", cite: "§ 10-2", say: it stands in the First State}
        - {if: "role == 'developer'", cite: "§ 10-2", say: it makes the system}
    duties:
      - {id: tell, who: developer, do: tell the Inspector, cite: "§ 10-2(a)", when: {by: 2032-06-01}}
    sources: [act]
    confidence: unverified
"""

CUSTOM = """
id: xa/kiosk-custom
title: Custom of the kiosk trade
short: Kiosk Custom
jurisdiction: XA
level: market
dimension: software
area: contracts
approach: contractual
kind: contract_form
citation: the trade's form
summary: Kiosks are cleaned.
sources:
  - {id: form, title: The form, citation: "form 1", read: 2031-07-01, confidence: secondary}
history:
  - {known: 2031-01-01, event: published, by: the trade, source: form, sets: {in_force_from: 2031-02-01}}
provisions:
  - id: "1"
    title: Cleaning
    pinpoint: clause 1
    concerns: use
    modality: duty
    summary: Kiosks are cleaned.
    applies_if:
      all:
        - {if: "within(place, 'XA')", cite: clause 1, say: it stands in Xanadu}
    duties:
      - {id: clean, who: deployer, do: clean the kiosk, cite: clause 1, when: {every: P30D}}
    sources: [form]
    confidence: secondary
"""


def brief_of(
    folder: Path, undertaking: str = UNDERTAKING, code: str = KIOSK_CODE, *further: str
) -> Brief:
    """The brief of the undertaking under the invented federation and further records."""
    laws = folder / "laws"
    shutil.copytree(EXEMPLA, laws)
    for text in (code, DEAD_BILL, *further):
        record = laws / "records" / text.split("id: ")[1].split("\n")[0]
        record.mkdir()
        (record / "instrument.yaml").write_text(text, encoding="utf-8")
    path = folder / "undertaking.yaml"
    path.write_text(undertaking, encoding="utf-8")
    loaded = api.load(laws)
    day = parse_day("2031-08-01")
    return api.brief(api.load_undertaking(path, loaded), loaded, api.Days(day, day))
