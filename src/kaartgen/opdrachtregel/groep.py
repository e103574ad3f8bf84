"""Typer's group and command with Dutch help and kaartgen's exit codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from typer import Typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from kaartgen.opdrachtregel.afloop import voer_uit
from kaartgen.opdrachtregel.keuzes import zoek

HULP = "Toon deze uitleg."


class Opdracht(TyperCommand):
    """Command with help in Dutch."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, explanation, arguments and options."""
        _schrijf_hulp(self, ctx, formatter)


def zet_opdrachten(groep: Typer, opdrachten: Mapping[str, tuple[Callable[..., None], str]]) -> None:
    """Put commands with their explanations into a group, in this order, by the names that users type."""
    for naam, (opdracht, uitleg) in opdrachten.items():
        groep.command(naam, cls=Opdracht, help=uitleg)(opdracht)


class Opdrachtgroep(TyperGroup):
    """Group of commands that tells in Dutch what goes wrong; see `Afloop` for its exit codes."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, explanation, options and commands."""
        _schrijf_hulp(self, ctx, formatter)
        with formatter.section("Opdrachten"):
            formatter.write_dl(
                [(naam, _eerste_zin(str(opdracht.help))) for naam, opdracht in self.commands.items()]
            )

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; Gebruiksfout when there is none with this name."""
        if not args[0].startswith("-"):
            zoek(args[0], self.commands, "opdracht")
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command and leave the program with an Afloop."""
        zonder_eigen_afloop = kwargs | {"standalone_mode": False}
        raise SystemExit(voer_uit(lambda: super(Opdrachtgroep, self).main(*args, **zonder_eigen_afloop)))


def _schrijf_hulp(opdracht: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    argumenten = [param for param in opdracht.params if isinstance(param, TyperArgument)]
    opties = [param for param in opdracht.params if isinstance(param, TyperOption)]
    formatter.write_usage(ctx.command_path, " ".join(_gebruik(opdracht, argumenten)), "Gebruik: ")
    formatter.write_paragraph()
    formatter.write_text(str(opdracht.help))
    if argumenten:
        with formatter.section("Argumenten"):
            formatter.write_dl([(param.metavar, param.help) for param in argumenten])
    with formatter.section("Opties"):
        formatter.write_dl([*((_optie(param), param.help) for param in opties), ("--help", HULP)])


def _gebruik(opdracht: TyperCommand | TyperGroup, argumenten: list[TyperArgument]) -> Iterator[str]:
    yield "[OPTIES]"
    if isinstance(opdracht, TyperGroup):
        yield "OPDRACHT ..."
    for param in argumenten:
        naam = f"{param.metavar} ..." if param.nargs < 0 else str(param.metavar)
        yield naam if param.required else f"[{naam}]"


def _optie(param: TyperOption) -> str:
    return ", ".join(param.opts) + (f" {param.metavar}" if param.metavar else "")


def _eerste_zin(uitleg: str) -> str:
    return uitleg.partition("\n")[0]
