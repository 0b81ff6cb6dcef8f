"""A cluster of a thousand decisions with every type of change, and with everything that can be undone or taken out."""
from datetime import date, timedelta

FIELDS = ["bibliotek", "idrett", "kultur", "miljø", "skole", "havn", "helse", "reiseliv", "næring", "forskning"]
POINTS = ["Fremme samarbeid mellom partnerne.", "Følge opp tiltakene i planen.", "Melde tilbake til partnermøtet.", "Gi råd om budsjettet."]
FIRST, DECISIONS = date(2000, 3, 1), 1000


class Story:
    def __init__(self, api, keys, moments):
        self.api, self.keys, self.moments = api, keys, moments
        self.n = self.persons = 0
        self.bodies, self.seats, self.free, self.partners, self.loose = [], {}, [], [], []
        self.made, self.repeated = [], []

    def day(self):
        return (FIRST + timedelta(days=int(self.n * 9.7))).isoformat()

    def later(self, days):
        return (date.fromisoformat(self.day()) + timedelta(days=days)).isoformat()

    def person(self):
        self.persons += 1
        return {"name": f"Oppdiktet Person {self.persons}", "title": ["rådgiver", "leder", "professor"][self.persons % 3], "organisation": f"Virksomhet {self.persons % 17}"}

    def decide(self, changes, by=None, **more):
        self.n += 1
        body = {"caseNumber": f"{self.n}/{self.day()[2:4]}", "title": f"Sak {self.n}", "decidedOn": self.day(), "changes": changes, **more}
        body.update({"decidedBy": by} if by else {"decidedByText": "Partnerne"})
        # Every third is sent with a key against repetition, by two key-holders in turn.
        holder = self.keys["tusen secretary"] if self.n % 2 else self.keys["all admin"]
        self.api.key = holder["secret"]
        headers = {"Idempotency-Key": f"sak-{self.n}"} if self.n % 3 == 0 else {}
        answer = self.api.post("/decisions", body, headers=headers)
        if headers and self.n > DECISIONS - 20:
            self.repeated.append({"holder": holder["name"], "key": f"sak-{self.n}", "body": body, "answer": answer})
        self.made.append(answer)
        if self.n in (300, 700):
            self.moments.append(answer["recordedAt"])
        return answer

    def begin(self):
        changes = [{"type": "establish-body", "ref": "top", "kind": "partner-meeting", "name": "Partnermøtet", "nameEn": "Partner meeting"},
                   {"type": "establish-body", "ref": "styre", "kind": "steering-group", "name": "Styret", "parent": "#top"}]
        for i, field in enumerate(FIELDS):
            changes += [{"type": "establish-body", "ref": f"b{i}", "kind": "committee", "name": f"Utvalg for {field}", "parent": "#styre", **({"advisoryTo": ["#top"]} if i % 3 == 0 else {})},
                        {"type": "set-composition-rules", "body": f"#b{i}", "minSeats": 2, "maxSeats": 9, "termLength": "P2Y", "maxTerms": 3, "genderBalance": True}]
            changes += [{"type": "reconstitute-body", "body": f"#b{i}", "seats": [
                {"role": "chair" if s == 0 else "member", "person": self.person(), "termThrough": "2003-12-31"} for s in range(4)]}]
        made = self.decide(changes)["changes"]
        self.top, self.board = made[0]["body"], made[1]["body"]
        self.bodies = [made[2 + 3 * i]["body"] for i in range(len(FIELDS))]
        self.seats = {b: [s["seat"] for s in made[4 + 3 * i]["seats"]] for i, b in enumerate(self.bodies)}

    def tell(self, until):
        while self.n < until:
            self.turn(self.n)

    def turn(self, n):
        of = self.bodies[n // 20 % len(self.bodies)]
        seat = self.seats[of][n // 200 % 4]
        by = self.board if n % 4 else self.top
        mandate = {"type": "adopt-mandate", "body": of, "points": POINTS[:2 + n % 3], "purpose": f"Formål {n}", "validThrough": self.later(4000)}
        match n % 20:
            case 0: self.decide([{"type": "rename-body", "body": of, "name": f"Utvalg {n} for {FIELDS[n // 20 % 10]}", "nameEn": f"Committee {n}"}], by)
            case 1: self.decide([mandate], by, text=f"Saken ble lagt frem av sekretariatet.\n\nForslag {n} ble vedtatt.")
            case 2: self.decide([{"type": "extend-mandate", "body": of, "validThrough": self.later(6000), "dueOn": self.later(200)}], by)
            case 3: self.decide([{"type": "end-appointment", "seat": seat, "reason": "resigned"}, {"type": "appoint", "seat": seat, "person": self.person(), "termThrough": self.later(700)}], by)
            case 4: self.decide([{"type": "extend-appointment", "seat": seat, "termThrough": self.later(1400)}], by)
            case 5: self.decide([{"type": "change-seat", "seat": seat, "title": f"medlem {n}", "votes": n % 3 != 0, "represents": f"Forening {n % 7}"}], by)
            case 6: self.partners.append(self.decide([{"type": "admit-partner", "name": f"Partner {n}", "kind": "company" if n % 3 else "municipality"}])["changes"][0]["partner"])
            case 7: self.decide([{"type": "rename-partner", "partner": self.partners[-1], "name": f"Partner {n} AS"}])
            case 8: self.decide([{"type": "withdraw-partner", "partner": self.partners.pop(0), "reason": "Etter eget ønske."}] if len(self.partners) > 3 else [])
            case 9: self.group(n, by)
            case 10: self.decide([{"type": "conclude-mandate", "body": of, "link": f"https://eksempel.example/rapport/{n}"} if n % 40 == 10 else {"type": "repeal-mandate", "body": of}], by)
            case 11: self.free.append(self.decide([{"type": "create-seat", "body": of, "role": "observer", "order": 9}], by)["changes"][0]["seats"][0]["seat"])
            case 12: self.decide([{"type": "abolish-seat", "seat": self.free.pop()}], by)
            case 13: self.decide([], by, title=f"Orientering {n}", text=f"Takk til Oppdiktet Person {1 + n % 40} for innsatsen.", note="Tatt til orientering.")
            case 14: self.decide([{"type": "adopt-strategy", "title": f"Plan {n}", "focusAreas": ["Forskning", f"Område {n}"]}])
            case 15: self.internal(n, by)
            case 16: self.meeting(n, by)
            case 17: self.reconstitute(n, of, by)
            case 18: self.undo(n)
            case 19: self.swap(n) if n % 100 == 19 else self.decide([], by, links=[{"title": "Referat", "url": f"https://eksempel.example/{n}"}], follows=[self.made[-1]["id"]])

    def group(self, n, by):
        """A working group that is made, moved, made another kind, dissolved, and taken up again."""
        if not self.loose or n % 60 == 9:
            self.loose.append(self.decide([{"type": "establish-body", "ref": "g", "kind": "working-group", "name": f"Arbeidsgruppe {n}", "parent": self.top},
                                           {"type": "appoint", "body": "#g", "role": "chair", "person": self.person(), "termThrough": self.later(300)}], by)["changes"][0]["body"])
        elif n % 60 == 29:
            self.decide([{"type": "move-body", "body": self.loose[-1], "parent": self.board}, {"type": "reclassify-body", "body": self.loose[-1], "kind": "project-group"}], by)
        else:
            gone = self.loose[-1]
            self.decide([{"type": "dissolve-body", "body": gone, "reason": "Arbeidet er ferdig.", "succeededBy": [self.bodies[0]]}], by)
            if n % 120 == 49:
                self.decide([{"type": "reestablish-body", "body": gone, "name": f"Ny arbeidsgruppe {n}"}], by)

    def internal(self, n, by):
        if n in (15, 515):
            self.decide([{"type": "establish-body", "ref": "i", "kind": "nomination-committee", "name": f"Valgkomité {n}", "visibility": "internal"},
                         {"type": "appoint", "body": "#i", "role": "chair", "person": self.person(), "termThrough": self.later(5000)}], by, visibility="internal")
        else:
            self.decide([{"type": "rename-cluster", "name": f"Tusen {n}"}] if n % 200 == 35 else [], by, title=f"Fortrolig sak {n}", text="Unntatt offentlighet.", visibility="internal")

    def meeting(self, n, by):
        held = self.api.post("/meetings", {"body": by, "number": f"{n}/{self.day()[:4]}", "heldOn": self.later(9), "place": f"Møterom {n}", **({"visibility": "internal"} if n % 80 == 16 else {})})
        self.decide([], by, meeting=f"{n}/{self.day()[:4]}", title=f"Sak i møte {n}")
        if n in (236, 636):
            self.api.key = self.keys["all admin"]["secret"]
            self.api.post(f"/acts/{held['position']}/redaction", {"texts": ["place"], "reason": "Personvern."})

    def reconstitute(self, n, of, by):
        made = self.decide([{"type": "reconstitute-body", "body": of, "seats": [
            {"role": "chair" if s == 0 else "member", "userRepresentative": s == 2, "person": self.person(), "termThrough": self.later(900)} for s in range(4)]}], by)
        self.seats[of] = [s["seat"] for s in made["changes"][0]["seats"]]

    def undo(self, n):
        """Corrects, annuls or redacts a decision of before."""
        told = next(m for m in reversed(self.made) if not m["changes"])["id"]
        if n % 60 == 18:
            one = self.decide([{"type": "adopt-strategy", "title": f"Feil plan {n}", "focusAreas": []}])
            self.api.post(f"/decisions/{one['id']}/annulment", {"reason": "Ble aldri vedtatt."})
        elif n % 60 == 38:
            form = self.api.get(f"/decisions/{told}")["decision"]
            self.api.post(f"/decisions/{told}/correction", {**form, "title": form["title"] + " (rettet)", "reason": "Skrivefeil."})
            renamed = next(m for m in reversed(self.made) if [c["type"] for c in m["changes"]] == ["rename-body"])["id"]
            form = self.api.get(f"/decisions/{renamed}")["decision"]
            form["changes"][0]["name"] += " og omegn"
            self.api.post(f"/decisions/{renamed}/correction", {**form, "reason": "Navnet var ufullstendig."})
            self.decide([])
        else:
            one = self.decide([], title=f"Takk {n}", text=f"Takk til nabo {n}.", note="Gaven står på kontoret.")
            self.api.key = self.keys["all admin"]["secret"]
            self.api.post(f"/decisions/{one['id']}/redaction", {"texts": ["text"], "reason": "Personvern."})

    def swap(self, n):
        """Two committees take each other's names, in one decision."""
        names = {b["id"]: b["name"] for b in self.api.get(f"/bodies?asOf={self.later(9)}&limit=500")["bodies"]}
        one, other = self.bodies[n // 100 % 10], self.bodies[(n // 100 + 1) % 10]
        self.decide([{"type": "rename-body", "body": one, "name": names[other]}, {"type": "rename-body", "body": other, "name": names[one]}])
