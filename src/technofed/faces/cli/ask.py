"""``technofed ask``: an interview that fills in an undertaking."""

import json
from pathlib import Path
from typing import Any

import click

from technofed import api
from technofed._base.text import counted
from technofed.faces.cli.options import days_of, days_options, json_option, laws_option
from technofed.law.brief import QuestionOut
from technofed.law.facts import FactSpec, FactType

_HELP = "Answer, or: why · unknown (nobody knows) · stop"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the file here.")
@click.option("--most", type=click.IntRange(1), help="Ask at most so many questions.")
@days_options
@laws_option
@json_option
def ask(file: Path, output: Path | None, most: int | None, laws: Path | None, **asked: Any) -> None:
    """Interview: ask the question that settles most, again and again, and write the answers.

    The file you give is not changed; the completed one goes to --output (by default
    beside it, named *.answered.yaml). Comments of the original are not carried over.

    \b
    technofed ask examples/hiring.yaml
    technofed ask examples/hiring.yaml --most 5 -o better.yaml
    technofed ask examples/hiring.yaml --json      only list the questions
    """
    interview = api.Interview(file, api.load(laws), days_of(asked))
    if asked["as_json"]:
        rows = [question.model_dump(mode="json") for question in interview.open_questions()]
        click.echo(json.dumps(rows[:most], ensure_ascii=False, indent=1))
        return
    target = output or file.with_name(f"{file.stem}.answered.yaml")
    api.require_writable(target)
    _interview(interview, most)
    if not interview.answers:
        click.echo("Nothing was answered, so nothing is written.")
        return
    api.write(target, interview.text())
    click.echo(f"{counted(interview.answers, 'answer')} written: {target.resolve()}")


def _interview(interview: api.Interview, most: int | None) -> None:
    while most is None or interview.answers < most:
        question = interview.next_question()
        if question is None:
            click.echo("Nothing more can be settled by asking.")
            return
        if not _put(interview, question):
            return


def _put(interview: api.Interview, question: QuestionOut) -> bool:
    """Put one question until it is answered; False if the person wants to stop."""
    spec = interview.spec(question)
    click.echo(f"\n{question.ask}  — {question.of}{_choices(spec)}")
    while True:
        said = _said()
        if said.lower() in ("stop", "quit", "exit"):
            return False
        if said.lower() == "why":
            click.echo(_why(question, spec))
            continue
        try:
            interview.answer(question, said)
        except ValueError as error:
            click.echo(f"That is no answer: {error}")
            continue
        return True


def _said() -> str:
    """What the person types; the end of input means stop, and keeps the answers so far."""
    try:
        answer: str = click.prompt(_HELP, prompt_suffix="\n> ", default="stop", show_default=False)
    except click.Abort:
        return "stop"
    return answer.strip()


def _choices(spec: FactSpec) -> str:
    if spec.type is FactType.BOOL:
        return " (yes/no)"
    if spec.type is FactType.NUMBER:
        return f" ({spec.unit})" if spec.unit else ""
    if spec.type is FactType.DATE:
        return " (YYYY-MM-DD)"
    listed = "".join(f"\n  {name}: {meaning}" for name, meaning in spec.values.items())
    several = "\n  (several, with commas, or none)" if spec.type is FactType.SET else ""
    return listed + several


def _why(question: QuestionOut, spec: FactSpec) -> str:
    shown = ", ".join(question.provisions[:6])
    rest = f" and {len(question.provisions) - 6} more" if len(question.provisions) > 6 else ""  # noqa: PLR2004
    bearing = counted(question.bears_on, "open finding")
    return f"{spec.definition}\nIt bears on {bearing}: {shown}{rest}."
