"""Tables as text or Markdown."""


def table(title, head, rows, markdown):
    print(f"### {title}\n" if markdown else f"{title}\n")
    if markdown:
        for row in [head, ["---"] * len(head), *rows]:
            print("| " + " | ".join(row) + " |")
    else:
        widths = [max(len(cell) for cell in column) for column in zip(head, *rows)]
        for row in [head, *rows]:
            print("  " + "  ".join(map(str.ljust, row, widths)).rstrip())
    print(flush=True)
