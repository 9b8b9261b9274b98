"""The article's mechanisms as functions: each takes an atlas and keyword arguments.

The command line asks the same functions by name (``technofed article``).

>>> from technofed import api
>>> library = api.open_library()
>>> cn_phase(library.atlas, year=1977).undetermined
'the article puts 1977 in none of the 5 phases'
"""

from technofed.atlas.article.automation import automation
from technofed.atlas.article.bills import life
from technofed.atlas.article.deference import court_deference
from technofed.atlas.article.definitions import ai_definition, ai_distance
from technofed.atlas.article.delegation import delegation
from technofed.atlas.article.derived import derived
from technofed.atlas.article.federalism import federalism_differences, federalism_type
from technofed.atlas.article.figure import figure, marks
from technofed.atlas.article.frames import frames, rhetoric
from technofed.atlas.article.health_code import health_code
from technofed.atlas.article.helix import helix, helix_change, helix_roles, state_leads
from technofed.atlas.article.industry import concentration
from technofed.atlas.article.influence import influence
from technofed.atlas.article.lock_in import lock_in
from technofed.atlas.article.norms import ai_governance, norm
from technofed.atlas.article.periods import period
from technofed.atlas.article.phases import cn_phase
from technofed.atlas.article.platforms import platform_regulator, platform_rule, rule_package
from technofed.atlas.article.powers import powers
from technofed.atlas.article.profiles import local_profile
from technofed.atlas.article.reactions import reactions
from technofed.atlas.article.reversal import reversal
from technofed.atlas.article.tactics import tactics

__all__ = [
    "ai_definition",
    "ai_distance",
    "ai_governance",
    "automation",
    "cn_phase",
    "concentration",
    "court_deference",
    "delegation",
    "derived",
    "federalism_differences",
    "federalism_type",
    "figure",
    "frames",
    "health_code",
    "helix",
    "helix_change",
    "helix_roles",
    "influence",
    "life",
    "local_profile",
    "lock_in",
    "marks",
    "norm",
    "period",
    "platform_regulator",
    "platform_rule",
    "powers",
    "reactions",
    "reversal",
    "rhetoric",
    "rule_package",
    "state_leads",
    "tactics",
]
