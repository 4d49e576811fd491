"""The table of scenarios as Markdown, for README.md."""


def expectation(deferral):
    words = [deferral.code, deferral.origin, deferral.stage, deferral.scope]
    words += [word for word in (deferral.category, deferral.refinement) if word != "-"]
    if deferral.tried:
        words.append("after " + ", ".join(f"{label} {code}" for label, code in deferral.tried))
    return " · ".join(words)


def distinct(values):
    return list(dict.fromkeys(values))


def print_table(scenarios):
    print("| scenario | what happens | each deferral in turn: code · origin · stage · scope · more | fate |")
    print("| --- | --- | --- | --- |")
    for scenario in scenarios:
        steps = distinct(tuple(map(expectation, recipient.deferrals)) for recipient in scenario.recipients)
        expected = "; or ".join(", then ".join(each) if each else "none" for each in steps)
        fates = ", ".join(distinct(recipient.fate for recipient in scenario.recipients))
        print(f"| {scenario.name} | {scenario.about} | {expected} | {fates} |")
