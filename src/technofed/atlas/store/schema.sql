-- technofed: an atlas of AI governance in the United States and China, as one SQLite file.
-- Records: CC BY 4.0. Dates are ISO 8601 text; a date is only as exact as its source.

CREATE TABLE about (                 -- what this file is: name, licence, versions, digest, vintage
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE records (               -- every record whole, as technofed itself reads it
  id TEXT PRIMARY KEY,               -- stable id: us-co/sb26-189, actor/us/congress, event/us-e083
  type TEXT NOT NULL,                -- instrument, actor, artefact, event, point, relation, statistic, table
  title TEXT NOT NULL,               -- English name, or the sentence of a relation
  title_zh TEXT,                     -- Chinese name, where there is one
  summary TEXT NOT NULL,             -- what it is or does, in technofed's own words
  grade TEXT,                        -- how the article supports it: body, footnote_only, inferred ...
  known_from TEXT NOT NULL,          -- first day of knowledge on which it may be used
  begins TEXT,                       -- first day it can have begun; NULL if nobody says
  status_article TEXT,               -- the status as the article states it; never overwritten
  stage_article TEXT,                -- the same as one of the stages
  status_verified TEXT,              -- the status found elsewhere
  stage_verified TEXT,               -- the same as one of the stages
  verified_day TEXT,                 -- the day it was looked up
  verified_source TEXT,              -- where: url or citation
  json TEXT NOT NULL                 -- the record whole, as JSON
) WITHOUT ROWID;

CREATE TABLE instruments (           -- laws, bills, orders, plans, decisions, platform rules, contract forms, proposals
  id TEXT PRIMARY KEY REFERENCES records(id),
  short TEXT NOT NULL,               -- short name
  jurisdiction TEXT NOT NULL,        -- ISO 3166 code, cities as US-NY/nyc
  level TEXT NOT NULL,               -- central, local or market
  dimension TEXT NOT NULL,           -- software, hardware, infrastructure or cross
  area TEXT NOT NULL,                -- legal area; the words of the article's Figure 1 where one fits
  kind TEXT NOT NULL,                -- act, bill, executive_order, decision, platform_rules ...
  approach TEXT,                     -- how it regulates: risk_based, registry, licensing ...
  citation TEXT,
  collective INTEGER NOT NULL,       -- 1: stands for many documents the article does not tell apart
  named INTEGER NOT NULL,            -- 0: the article gives no name
  coded INTEGER NOT NULL             -- 1: has provisions that technofed can apply
) WITHOUT ROWID;

CREATE TABLE provisions (            -- operative rules of coded instruments
  id TEXT PRIMARY KEY,               -- instrument#provision
  instrument TEXT NOT NULL REFERENCES instruments(id),
  title TEXT NOT NULL,
  pinpoint TEXT NOT NULL,            -- section or article
  concerns TEXT NOT NULL,            -- use, site, transaction or entity
  modality TEXT NOT NULL,            -- duty, prohibition, permission, power, exemption, liability, status
  summary TEXT NOT NULL,
  confidence TEXT NOT NULL,          -- primary, secondary or unverified
  verify TEXT,                       -- what is still to be verified
  digest TEXT NOT NULL,              -- fingerprint of all that decides it
  review TEXT NOT NULL               -- draft, lapsed, doubtful, second-reader, lawyer ...
) WITHOUT ROWID;

CREATE TABLE duties (                -- what somebody must, must not or may do
  provision TEXT NOT NULL REFERENCES provisions(id),
  id TEXT NOT NULL,
  who TEXT NOT NULL,
  do TEXT NOT NULL,
  cite TEXT NOT NULL,
  due TEXT,                          -- deadline or period, in words
  enforcer TEXT,
  penalty TEXT,
  private_action TEXT,               -- yes, no, limited or open
  PRIMARY KEY (provision, id)
) WITHOUT ROWID;

CREATE TABLE actors (                -- bodies, courts, firms, platforms, associations, universities, Party organs, persons
  id TEXT PRIMARY KEY REFERENCES records(id),
  kind TEXT NOT NULL,
  power TEXT NOT NULL,               -- central, local, market, party or academia
  jurisdiction TEXT NOT NULL,
  parent TEXT                        -- the actor it is a part of
) WITHOUT ROWID;

CREATE TABLE events (
  id TEXT PRIMARY KEY REFERENCES records(id),
  date TEXT NOT NULL,                -- as exact as the source: 2024-05-17, 2024-05, 198X, 2013/..
  start TEXT NOT NULL,               -- the day it had begun by, for sorting
  first TEXT NOT NULL,               -- earliest day it can mean
  last TEXT NOT NULL,                -- latest day it can mean
  jurisdiction TEXT NOT NULL,
  dimension TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE statistics (
  id TEXT PRIMARY KEY REFERENCES records(id),
  value REAL,                        -- NULL where the source gives no single number
  high REAL,                         -- upper end of a range
  unit TEXT NOT NULL,
  operator TEXT NOT NULL,            -- =, ~, >, <, >=, <=
  date TEXT,                         -- the day or period it speaks of
  base TEXT,                         -- the population it counts or is a share of
  caution TEXT,                      -- what a reader must know before using it
  jurisdiction TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE relations (             -- subject, predicate, object: read it as a sentence
  id TEXT NOT NULL,                  -- the record that says so
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  object TEXT NOT NULL,
  date TEXT,
  qualifier TEXT,
  inferred INTEGER NOT NULL,         -- 1: the article does not say it outright
  PRIMARY KEY (id, subject, predicate, object)
) WITHOUT ROWID;

CREATE TABLE history (               -- dated events of instruments and actors, with both clocks
  record TEXT NOT NULL REFERENCES records(id),
  n INTEGER NOT NULL,
  known TEXT NOT NULL,               -- the day it was public knowledge
  date TEXT NOT NULL,                -- when it happened, as exact as the source
  start TEXT NOT NULL,               -- the day it had happened by, for sorting
  event TEXT NOT NULL,
  by TEXT NOT NULL,
  in_force_from TEXT,                -- dates the event sets
  in_force_to TEXT,
  paused_from TEXT,
  paused_to TEXT,
  PRIMARY KEY (record, n)
) WITHOUT ROWID;

CREATE TABLE mentions (              -- which record concerns which: events, statistics, open points, issuers
  record TEXT NOT NULL REFERENCES records(id),
  role TEXT NOT NULL,                -- about, issuers, parent, not_comparable_with
  other TEXT NOT NULL,
  PRIMARY KEY (record, role, other)
) WITHOUT ROWID;

CREATE TABLE open_points (           -- ambiguities and conflicts in the article, and how the records handle them
  id TEXT PRIMARY KEY REFERENCES records(id),
  basis TEXT NOT NULL,               -- article, outside or both
  handling TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE cells (                 -- the article's comparative tables, one entry a row
  table_id TEXT NOT NULL REFERENCES records(id),
  row TEXT NOT NULL,
  column TEXT NOT NULL,
  n INTEGER NOT NULL,
  entry TEXT NOT NULL,
  row_n INTEGER NOT NULL,            -- places of row and column in the table
  column_n INTEGER NOT NULL,
  PRIMARY KEY (table_id, row, column, n)
) WITHOUT ROWID;

CREATE TABLE pins (                  -- where the article speaks of a record: section and footnotes
  record TEXT NOT NULL REFERENCES records(id),
  n INTEGER NOT NULL,
  pin TEXT NOT NULL,
  PRIMARY KEY (record, n)
) WITHOUT ROWID;

CREATE TABLE aliases (               -- other names and ids; each of them finds the record
  record TEXT NOT NULL REFERENCES records(id),
  alias TEXT NOT NULL,
  PRIMARY KEY (record, alias)
) WITHOUT ROWID;

CREATE TABLE sources (               -- what was read beside the article
  record TEXT NOT NULL REFERENCES records(id),
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  url TEXT,
  citation TEXT,
  read TEXT NOT NULL,                -- the day it was read
  confidence TEXT NOT NULL,          -- primary, secondary or unverified
  PRIMARY KEY (record, id)
) WITHOUT ROWID;

CREATE TABLE reviews (               -- who read a provision again, when, with what outcome
  provision TEXT NOT NULL,
  n INTEGER NOT NULL,
  day TEXT NOT NULL,
  by TEXT NOT NULL,
  role TEXT NOT NULL,
  outcome TEXT NOT NULL,
  note TEXT,
  digest TEXT NOT NULL,              -- the record as it was when reviewed
  PRIMARY KEY (provision, n)
) WITHOUT ROWID;

CREATE TABLE cases (                 -- the test cases of coded instruments, as one JSON text each
  instrument TEXT PRIMARY KEY REFERENCES instruments(id),
  json TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE jurisdictions (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_zh TEXT,
  level TEXT NOT NULL,
  parent TEXT,
  ocd TEXT,                          -- Open Civic Data division id
  n INTEGER NOT NULL                 -- its place in the file
) WITHOUT ROWID;

CREATE TABLE facts (                 -- the closed vocabulary that conditions compare
  name TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  n INTEGER NOT NULL                 -- its place in the file
) WITHOUT ROWID;

-- Full-text search. Text is normalised (NFKC, case folded), every Han character set apart by spaces, so that the
-- plain tokenizer finds any part of a Chinese name: ask for "生 成 式".
CREATE VIRTUAL TABLE search USING fts5(
  id UNINDEXED, names, body, duties, tokenize = 'unicode61 remove_diacritics 2', detail = full
);

CREATE VIEW instrument_cards AS      -- one line per instrument, ready to read
  SELECT r.id, i.short, r.title_zh, i.jurisdiction, i.level, i.dimension, i.area, i.kind, i.approach,
         r.status_article, r.status_verified, r.verified_day, r.summary
  FROM instruments i JOIN records r ON r.id = i.id ORDER BY r.id;

CREATE VIEW relation_sentences AS    -- relations with names in place of ids
  SELECT r.id, s.title AS subject, r.predicate, o.title AS object, r.date, r.qualifier, r.inferred
  FROM relations r JOIN records s ON s.id = r.subject JOIN records o ON o.id = r.object;

CREATE VIEW timeline AS              -- every dated thing, in order
  SELECT e.date, e.start, r.id, r.title, 'event' AS event, r.summary AS what, e.jurisdiction
  FROM events e JOIN records r ON r.id = e.id
  UNION ALL
  SELECT h.date, h.start, h.record, r.title, h.event, h.by, coalesce(i.jurisdiction, a.jurisdiction)
  FROM history h JOIN records r ON r.id = h.record
  LEFT JOIN instruments i ON i.id = h.record LEFT JOIN actors a ON a.id = h.record
  ORDER BY 2, 3;

CREATE VIEW points_on_records AS     -- which open points bear on which record
  SELECT m.other AS record, p.id AS point, r.summary AS issue, p.basis, p.handling
  FROM open_points p JOIN records r ON r.id = p.id JOIN mentions m ON m.record = p.id AND m.role = 'about';
