"""`placements demo`: a council, a journey told as it is played, and the service left up."""

import shutil
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from application.access.principal import PROVIDER_ROLES, Principal, Role
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import ProviderId
from interface.bootstrap import Running, bootstrap, furnish, prepare
from interface.demo.journey import Cast, JourneyStuck, Seller, Teller, play
from interface.demo.settling import DemoCouncil, settle
from interface.demo.stories import tell_all
from interface.serving import Served
from interface.settings import in_folder

DERBY = GssCode("E06000015")
PATIENCE = 60.0


@dataclass
class Show:
    """One demonstration. `status` is that of the journey: 0 when it went as the story has it."""

    running: Running
    council: DemoCouncil
    say: Callable[[str], None]
    status: int = 1
    started: float = field(default_factory=time.monotonic)

    def run(self, port: int, *, once: bool) -> int:
        """Serve, play the journey against what is served, and stay up unless `once`."""
        served = Served.at(self.running, "127.0.0.1", _free(port))
        player = threading.Thread(target=self._play, args=(served, once), daemon=True)
        player.start()
        served.run()
        player.join(timeout=5)
        return self.status

    def _play(self, served: Served, once: bool) -> None:  # noqa: FBT001  # a thread's argument
        try:
            address = served.address(PATIENCE)
            with httpx2.Client(base_url=address, timeout=120) as client:
                teller = Teller(client, self._cast(), self.say)
                play(teller)
                tell_all(teller)
            self.status = 0
            self.say(f"\nThe journey is complete ({time.monotonic() - self.started:.0f} s in all).")
            if not once:
                self._invite(address)
        except (JourneyStuck, httpx2.HTTPError, TimeoutError) as stuck:
            self.say(f"\nThe journey got stuck: {stuck}")
            once = True
        if once:
            served.stop()

    def _invite(self, address: str) -> None:
        self.say(f"\nThe service is up at {address}; its description is at {address}/docs.")
        self.say("Ten things are wrong in this council, on purpose:")
        for fault in self.council.faults:
            self.say(f"  - {fault.what} ({fault.where})")
        self.say("\nA token for each role, valid for 12 hours:")
        for role, token in self._cast().tokens.items():
            self.say(f"  {role}: {token}")
        near = self._cast().sellers[0]
        self.say(f"  provider_responder: {near.responder}\n  provider_signatory: {near.signatory}")
        token = self._cast().tokens[Role.BROKER]
        self.say("\nTry:")
        self.say(f"  curl -s -H 'Authorization: Bearer {token}' {address}/v1/clocks?limit=5")
        self.say("\nCtrl-C ends it.")

    def _cast(self) -> Cast:
        staff = [role for role in Role if role not in PROVIDER_ROLES and role is not Role.SYSTEM]
        return Cast(
            tokens={role: self._token(_member(role)) for role in staff},
            subjects={role: f"demo-{role}" for role in staff},
            contract_id=self.council.contract_id,
            lot=self.council.lot,
            sellers=[
                Seller(
                    provider_id=each.provider_id,
                    setting_id=each.setting_id,
                    responder=self._user(each.provider_id, Role.PROVIDER_RESPONDER),
                    signatory=self._user(each.provider_id, Role.PROVIDER_SIGNATORY),
                )
                for each in self.council.sellers
            ],
        )

    def _user(self, organisation: ProviderId, role: Role) -> str:
        subject = f"{role}-{str(organisation)[-4:]}"
        return self._token(Principal(subject, role, DERBY, organisation=organisation))

    def _token(self, who: Principal) -> str:
        assert self.running.issuer is not None  # noqa: S101  # a demonstration is in development
        return self.running.issuer.token(who)


def _member(role: Role) -> Principal:
    funder = "derby_and_derbyshire_icb" if role is Role.PARTNER_FUNDER else None
    return Principal(f"demo-{role}", role, DERBY, funder=funder)


def _free(port: int) -> int:
    """The port asked for, or 0 for any where somebody has it already."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return 0
    return port


def show(home: Path, port: int, say: Callable[[str], None], *, once: bool) -> int:
    """Make a council anew in a folder, and show it. Returns the journey's status."""
    shutil.rmtree(home, ignore_errors=True)
    settings = in_folder(home)
    prepare(settings)
    with bootstrap(settings) as running:
        furnish(running, DERBY)
        say("A council is made: 598 children in care on 31 March, and a market around them …")
        council = settle(running)
        say(f"… {council.told}")
        return Show(running, council, say).run(port, once=once)
