"""Small tools that know nothing of law: errors, dates, ids, text, digests."""
