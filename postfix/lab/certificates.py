"""The certificates of the far side, made with the openssl command for one run."""

import subprocess
from pathlib import Path


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


class Authority:
    """A certificate authority good enough for `openssl ca`, which alone can set both ends of a validity."""

    def __init__(self, folder, name):
        self.folder = Path(folder) / name
        self.folder.mkdir(parents=True)
        self.certificate = self.folder / "ca.pem"
        self.key = self.folder / "ca.key"
        (self.folder / "index.txt").touch()
        self.config = self.folder / "ca.cnf"
        self.config.write_text(
            f"[ca]\ndefault_ca=lab\n[lab]\ndatabase={self.folder}/index.txt\nnew_certs_dir={self.folder}\n"
            f"rand_serial=yes\ndefault_md=sha256\npolicy=any\ncopy_extensions=copy\nunique_subject=no\n"
            f"[any]\ncommonName=supplied\n[req]\ndistinguished_name=dn\n[dn]\n"
        )
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-keyout", str(self.key), "-out", str(self.certificate), "-days", "30",
                "-subj", f"/CN={name}", "-addext", "basicConstraints=critical,CA:TRUE")

    def issue(self, out, host, start, end):
        """A certificate for `host`, valid from `start` to `end` (YYYYMMDDHHMMSSZ); key and chain in one file."""
        request, key, leaf = (self.folder / f"leaf.{kind}" for kind in ("csr", "key", "pem"))
        openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-keyout", str(key), "-out", str(request), "-subj", f"/CN={host}",
                "-addext", f"subjectAltName=DNS:{host}")
        openssl("ca", "-batch", "-notext", "-config", str(self.config), "-cert", str(self.certificate),
                "-keyfile", str(self.key), "-in", str(request), "-out", str(leaf),
                "-startdate", start, "-enddate", end)
        out.write_text(key.read_text() + leaf.read_text() + self.certificate.read_text())


def make_certificates(folder, servers):
    """`servers`: (kind, host name) of every server with TLS. Returns the trusted authority's file."""
    folder = Path(folder)
    trusted = Authority(folder, "Lab Trusted CA")
    unknown = Authority(folder, "Nobody Knows CA")
    always = ("20200101000000Z", "20491231235959Z")
    for kind, host in servers:
        out = certificate_file(folder, kind, host)
        if kind == "expired":
            trusted.issue(out, host, "20200101000000Z", "20210101000000Z")
        elif kind == "not-yet-valid":
            trusted.issue(out, host, "20480101000000Z", "20491231235959Z")
        elif kind == "wrong-name":
            trusted.issue(out, "www.elsewhere.example", *always)
        elif kind == "untrusted":
            unknown.issue(out, host, *always)
        elif kind == "self-signed":
            key = folder / "self.key"
            openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-keyout", str(key), "-out", str(out), "-days", "30", "-subj", f"/CN={host}",
                    "-addext", f"subjectAltName=DNS:{host}")
            out.write_text(key.read_text() + out.read_text())
        else:
            trusted.issue(out, host, *always)
    return trusted.certificate


def certificate_file(folder, kind, host):
    return Path(folder) / f"{host}.{kind}.pem"


def tlsa_digest(file):
    """The SHA-256 of the public key, for a TLSA record '3 1 1'."""
    public = subprocess.run(["openssl", "x509", "-in", str(file), "-noout", "-pubkey"],
                            check=True, capture_output=True).stdout
    der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"],
                         input=public, check=True, capture_output=True).stdout
    return subprocess.run(["openssl", "dgst", "-sha256", "-binary"],
                          input=der, check=True, capture_output=True).stdout
