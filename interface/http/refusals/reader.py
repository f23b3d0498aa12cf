"""One function, read statement by statement."""

import ast
import inspect
from typing import Any

from domain.shared.errors import CaseworkError
from interface.http.refusals.meaning import class_behind
from interface.http.refusals.ways import Ways


class Reader(ast.NodeVisitor, Ways):
    """Reads one function; every name in it that leads somewhere is followed."""

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            match target, node.value:
                case ast.Tuple(elts=names), ast.Tuple(elts=values):
                    for name, value in zip(names, values, strict=False):
                        self.bind(name, self.meaning(value))
                case _:
                    self.bind(target, self.meaning(node.value))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        self.bind(node.target, self.meaning(node.value))

    def visit_For(self, node: ast.For) -> None:
        self.bind_elements(node.target, node.iter)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.bind_elements(node.target, node.iter)
        self.generic_visit(node)

    def visit_ListComp(self, node: ast.ListComp) -> None:
        self._comprehended(node, node.elt)

    def visit_SetComp(self, node: ast.SetComp) -> None:
        self._comprehended(node, node.elt)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> None:
        self._comprehended(node, node.elt)

    def visit_DictComp(self, node: ast.DictComp) -> None:
        self._comprehended(node, node.key, node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        # Decorators and declared types lead nowhere that the call itself does not.
        for each in node.body:
            self.visit(each)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        for each in node.body:
            self.visit(each)

    def visit_match_case(self, node: ast.match_case) -> None:
        named = [each.cls for each in ast.walk(node.pattern) if isinstance(each, ast.MatchClass)]
        if self.concerns(named) and (node.guard is None or self.may_hold(node.guard)):
            for each in (*([node.guard] if node.guard else []), *node.body):
                self.visit(each)

    def visit_If(self, node: ast.If) -> None:
        self.visit(node.test)
        for each in node.body if self.may_hold(node.test) else ():
            self.visit(each)
        for each in node.orelse:
            self.visit(each)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id == "isinstance":
            return
        if (of := class_behind(self.meaning(node.func))) is not None:
            self.lead_to(inspect.getattr_static(of, "__call__", None), of)
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        self.lead_to(self.meaning(node))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        base, found = self.meaning(node.value), self.meaning(node)
        if isinstance(base, type) and issubclass(base, CaseworkError):
            # As in `WrongState.of`; to read its code alone refuses nothing.
            self.followed.refusals |= {base} if callable(found) else set()
            return
        self.lead_to(found, class_behind(base))
        self.visit(node.value)

    def _comprehended(self, node: Any, *told: ast.expr) -> None:
        for each in (*node.generators, *told):
            self.visit(each)
