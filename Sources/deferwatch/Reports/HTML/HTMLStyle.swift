/// The page's look: readable on a phone and on paper, light or dark as the reader's system is.
enum HTMLStyle {
    /// One colour a code, told apart by readers who confuse red and green.
    ///
    /// Source: Okabe and Ito, 'Color Universal Design'.
    static let sheet: HTML = """
        :root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#1c2430;--soft:#5c6877;
        --line:#dde2e8;--bad:#b3261e;--badbg:#fdecea;--ok:#1b6e3c;--okbg:#e8f5ec;--note:#8a5a00;
        --notebg:#fff4dc;--code:#eef1f5;--c312:#0072b2;--c315:#e69f00;--c316:#d55e00;--c317:#cc79a7;
        --c318:#009e73;--c320:#56b4e9;--cother:#7d8794;--sent:#b9c3ce}
        @media(prefers-color-scheme:dark){:root{--bg:#12161c;--card:#1b212a;--ink:#e6eaf0;
        --soft:#9aa6b5;--line:#2d3642;--bad:#ff8a80;--badbg:#3a1c1a;--ok:#7fd6a0;--okbg:#16301f;
        --note:#ffcf70;--notebg:#332808;--code:#242c37;--sent:#4a5563}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--ink);
        font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        main{max-width:72rem;margin:0 auto;padding:1rem}
        h1{font-size:1rem;font-weight:600;color:var(--soft);margin:.5rem 0}
        h2{font-size:1.1rem;margin:0 0 .75rem}h3{font-size:1rem;margin:0}
        section{background:var(--card);border:1px solid var(--line);border-radius:.6rem;
        padding:1rem;margin:1rem 0;overflow-x:auto}
        .lead{font-size:1.3rem;line-height:1.35;font-weight:600;padding:1rem;border-radius:.6rem;
        border-left:.4rem solid}
        .lead.bad{background:var(--badbg);border-color:var(--bad)}
        .lead.good{background:var(--okbg);border-color:var(--ok)}
        .lead.notable{background:var(--notebg);border-color:var(--note)}
        .soft,small{color:var(--soft);font-size:.875rem}p{margin:.4rem 0}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;
        margin:1rem 0}
        .tile{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.6rem .8rem}
        .tile b{display:block;font-size:1.6rem;line-height:1.2;font-variant-numeric:tabular-nums}
        table{border-collapse:collapse;width:100%;font-size:.925rem}
        th{text-align:left;color:var(--soft);font-weight:600;font-size:.8rem;white-space:nowrap}
        th,td{padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
        tr:last-child>td{border-bottom:0}.wide td.head{min-width:8.5rem}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        td.t{white-space:nowrap}
        .x,code,pre{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.85em}
        .x{overflow-wrap:anywhere}
        pre{background:var(--code);border-radius:.4rem;padding:.5rem .7rem;overflow-x:auto;margin:.4rem 0}
        .dot{display:inline-block;width:.7rem;height:.7rem;border-radius:.2rem;margin-right:.4rem}
        .c312{fill:var(--c312);background:var(--c312)}.c315{fill:var(--c315);background:var(--c315)}
        .c316{fill:var(--c316);background:var(--c316)}.c317{fill:var(--c317);background:var(--c317)}
        .c318{fill:var(--c318);background:var(--c318)}.c320{fill:var(--c320);background:var(--c320)}
        .cother{fill:var(--cother);background:var(--cother)}
        .sent{fill:var(--sent);background:var(--sent)}.track{fill:var(--code)}
        svg{display:block;width:100%}svg.bar{height:.9rem;min-width:6rem;margin-top:.3rem}
        svg.time{height:11rem}svg.delivered{height:2.5rem;margin-top:2px}
        .chart{display:grid;grid-template-columns:auto 1fr;column-gap:.6rem}
        .axis{display:flex;flex-direction:column;justify-content:space-between;text-align:right;
        line-height:1}.axis.low{justify-content:flex-end}.ticks{display:flex;justify-content:space-between;gap:.5rem;margin-top:.3rem}
        .grid{stroke:var(--line);stroke-width:1;vector-effect:non-scaling-stroke}
        .keys{display:flex;flex-wrap:wrap;gap:.3rem 1rem;margin-top:.6rem}
        ul,ol{margin:.4rem 0;padding-left:1.3rem}li{margin:.25rem 0}
        .warn{border-left:.3rem solid var(--note);padding-left:.8rem;margin:.7rem 0}
        .warn.bad{border-color:var(--bad)}
        details{border-top:1px solid var(--line);padding:.6rem 0}details:first-of-type{border-top:0}
        summary{cursor:pointer}.num{font-weight:400}summary h3{display:inline}
        @media(max-width:44rem){.wide,.wide tbody{display:block}.wide thead{display:none}
        .wide tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}
        .wide tr:last-child{border-bottom:0}
        .wide td{display:flex;justify-content:space-between;gap:1rem;border:0;padding:.1rem 0;
        text-align:right;white-space:normal}
        .wide td::before{content:attr(data-l);color:var(--soft);font-size:.8rem;text-align:left;
        white-space:nowrap}
        .wide td.head{display:block;font-weight:600;text-align:left}.wide td.head::before{content:none}
        .wide td.full{display:block;text-align:left}.wide td.full::before{content:none}
        .lead{font-size:1.1rem}}
        @media print{body{background:#fff}section{break-inside:avoid}}
        """
}
