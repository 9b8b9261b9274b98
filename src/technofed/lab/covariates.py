"""The covariates' names and words. What each one means is spelt out in ``definition.py``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Covariate:
    """One thing a hazard of adoption may depend on.

    Attributes:
        name: Its short name.
        words: What a high value says, of a place or of a policy.
        per_place: Whether it differs between the places of one policy and year. Such
            covariates are centred on the places at risk, so they tell *who* and not *when*.
    """

    name: str
    words: str
    per_place: bool = False


NATIONAL = (
    Covariate("share", "much of the country has adopted it"),
    Covariate("share_squared", "nearly all of the country has adopted it"),
    Covariate("adopters", "many have adopted it"),
    Covariate("age_log", "the policy is no longer new"),
    Covariate("age", "the policy is old"),
    Covariate("first_year", "this is the year after its first adoption"),
    Covariate("pace_year", "it spread fast last year"),
    Covariate("pace_three_years", "it spread fast in the last three years"),
    Covariate("pace_ever", "it has spread fast all along"),
    Covariate("quiet_year", "nobody adopted it last year"),
    Covariate("pace_of_all", "young policies of all kinds spread fast these years"),
)
NEIGHBOURS = Covariate("neighbours", "many of its neighbours have adopted it", per_place=True)
INNOVATIVENESS = Covariate("innovativeness", "it adopts more than others do", per_place=True)
EARLINESS = Covariate("earliness", "it is often among the first ten", per_place=True)
SIMILARITY = Covariate(
    "similarity", "places that adopt what it adopts have adopted it", per_place=True
)
NETWORK = Covariate("network", "places it tends to follow have adopted it", per_place=True)
ALL_PLACES = (
    NEIGHBOURS,
    INNOVATIVENESS,
    EARLINESS,
    Covariate("momentum", "it has been adopting much lately", per_place=True),
    Covariate("calendar", "it adopts more in years like this (odd or even)", per_place=True),
    Covariate("source", "it likes policies of this source", per_place=True),
    NETWORK,
    SIMILARITY,
    Covariate("similarity_grown", "the same, once many have adopted it", per_place=True),
    Covariate("lineage", "policies that spread like this one came to it early", per_place=True),
    Covariate("kin", "policies like this one in spread and words reached it", per_place=True),
    Covariate("spread_kin", "policies that spread like this one reached it", per_place=True),
)
PLACEBO = Covariate("placebo", "places of a shuffled network have adopted it", per_place=True)
COVARIATES = (*NATIONAL, *ALL_PLACES, PLACEBO)
COLUMN = {each.name: n for n, each in enumerate(COVARIATES)}
