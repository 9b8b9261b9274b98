"""How fast the atlas is built, searched and used, beside a plain scan and another tokenizer."""
