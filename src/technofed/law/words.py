"""The closed word lists of the records. Meanings: ``docs/reference/law-files.md``."""

from enum import StrEnum


class Level(StrEnum):
    """Who holds the power: the centre, a state/province/city, or private ordering."""

    CENTRAL = "central"
    LOCAL = "local"
    MARKET = "market"


class Dimension(StrEnum):
    """What is governed (the article, Figure 1)."""

    SOFTWARE = "software"
    HARDWARE = "hardware"
    INFRASTRUCTURE = "infrastructure"


class Concerns(StrEnum):
    """The kind of matter a provision is judged on."""

    USE = "use"
    SITE = "site"
    TRANSACTION = "transaction"
    ENTITY = "entity"


class Modality(StrEnum):
    """What a provision does to the one it addresses."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    POWER = "power"
    EXEMPTION = "exemption"
    LIABILITY = "liability"
    STATUS = "status"


class Confidence(StrEnum):
    """How near to the official text a record was read."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class EventKind(StrEnum):
    """What can happen to an instrument."""

    PROPOSED = "proposed"
    INTRODUCED = "introduced"
    PASSED = "passed"
    ENACTED = "enacted"
    ISSUED = "issued"
    PUBLISHED = "published"
    AMENDED = "amended"
    REVIVED = "revived"
    VETOED = "vetoed"
    FAILED = "failed"
    STAYED = "stayed"
    STAY_LIFTED = "stay_lifted"
    SUSPENDED = "suspended"
    REPEALED = "repealed"
    SUPERSEDED = "superseded"
    RESCINDED = "rescinded"
    SUNSET = "sunset"


class InstrumentKind(StrEnum):
    """What sort of document an instrument is."""

    ACT = "act"
    BILL = "bill"
    REGULATION = "regulation"
    EXECUTIVE_ORDER = "executive_order"
    ORDINANCE = "ordinance"
    GUIDANCE = "guidance"
    STANDARD = "standard"
    CONTRACT_FORM = "contract_form"
    PLATFORM_RULES = "platform_rules"
    COMPANY_FRAMEWORK = "company_framework"
    MODEL_BILL = "model_bill"
    LAW = "law"
    ADMINISTRATIVE_REGULATION = "administrative_regulation"
    DEPARTMENTAL_RULE = "departmental_rule"
    LOCAL_REGULATION = "local_regulation"
    LOCAL_GOVERNMENT_RULE = "local_government_rule"
    NORMATIVE_DOCUMENT = "normative_document"
    PILOT = "pilot"


class Approach(StrEnum):
    """How an instrument regulates."""

    RISK_BASED = "risk_based"
    OCCUPATION_BASED = "occupation_based"
    HYBRID = "hybrid"
    THRESHOLD_SAFETY = "threshold_safety"
    DATA_PRIVACY = "data_privacy"
    REGISTRY = "registry"
    TRANSPARENCY = "transparency"
    LICENSING = "licensing"
    CONDITIONAL_FUNDING = "conditional_funding"
    TRADE_CONTROL = "trade_control"
    CONTRACTUAL = "contractual"
    GENERAL_LAW = "general_law"


class DoctrineKind(StrEnum):
    """How an instrument stands to other law."""

    FLOOR = "floor"
    CEILING = "ceiling"
    CONDITION_ON_FUNDS = "condition_on_funds"
    CONTRACT_DEFAULT = "contract_default"
    STANDARD = "standard"
    BACKGROUND = "background"


class RelationKind(StrEnum):
    """How one instrument bears on another."""

    AMENDS = "amends"
    IMPLEMENTS = "implements"
    REPLACES = "replaces"
    REPLACED_BY = "replaced_by"
    SUSPENDS = "suspends"
    STAYS = "stays"
    MODELLED_ON = "modelled_on"
    GIVES_EFFECT_TO = "gives_effect_to"
    CONFLICTS_WITH = "conflicts_with"
    PILOT_OF = "pilot_of"
    SUPPLEMENTS = "supplements"


FIGURE_1_AREAS = (
    "licensure",
    "registration",
    "copyright",
    "anti-discrimination",
    "data privacy",
    "data transparency",
    "torts",
    "contracts",
    "patents",
    "subsidies",
    "tax credits",
    "export controls",
    "zoning",
    "corporations",
    "real property",
    "data localization",
    "energy regulation",
    "public utilities",
)
"""The eighteen legal areas of the article's Figure 1, in its order."""

OTHER_AREAS = (
    "AI safety",
    "consumer protection",
    "consumer finance",
    "employment",
    "national security",
    "investment",
    "securities",
    "banking",
    "antitrust",
    "standards",
    "content regulation",
    "telecommunications",
    "data security",
    "procurement",
    "preemption",
    "constitutional",
)
"""Legal areas the figure does not name."""
