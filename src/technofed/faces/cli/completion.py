"""``technofed completion``: completion for the shell."""

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes technofed's commands in your shell.

    \b
    technofed completion bash >> ~/.bashrc
    technofed completion zsh  >> ~/.zshrc
    technofed completion fish > ~/.config/fish/completions/technofed.fish
    """
    root = ctx.find_root()
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    maker = found(root.command, {}, "technofed", "_TECHNOFED_COMPLETE")
    click.echo(maker.source())
