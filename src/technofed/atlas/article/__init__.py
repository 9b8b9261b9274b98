"""The article's own mechanisms, answered from the records.

One module per mechanism or pair of them (US and China ask alike). Every answer says why, and
where the article says so. Where the article leaves a point open, the answer is
``undetermined`` with the reason, never a guess.
"""
