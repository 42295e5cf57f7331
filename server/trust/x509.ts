// Makes keys and certificates: the only file that knows the library for them.
import { randomBytes } from "node:crypto";
import { BitString, Integer, OctetString, Utf8String } from "asn1js";
import {
  AltName,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralSubtree,
  NameConstraints,
  PrivateKeyInfo,
  type RelativeDistinguishedNames,
  Time,
} from "pkijs";

/** A certificate and the key that belongs to it, both as PEM. */
export interface Pair {
  readonly certificate: string;
  readonly key: string;
}

export interface Names {
  readonly hosts: readonly string[];
  /** IPv4 addresses. */
  readonly addresses: readonly string[];
}

interface Term {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** What object identifiers mean (RFC 5280, 4.2). */
const oid = {
  commonName: "2.5.4.3",
  keyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  otherNames: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  nameConstraints: "2.5.29.30",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  serverAuthentication: "1.3.6.1.5.5.7.3.1",
} as const;

const kind = { dns: 2, address: 7 } as const;

/** Bits of a key's use, the first on the left (RFC 5280, 4.2.1.3). */
const use = { digitalSignature: 0x80, signsCertificates: 0x04 | 0x02 } as const;

const ecdsa = { name: "ECDSA", namedCurve: "P-256" } as const;

/** Networks that no two shops share with the internet: RFC 1918, the machine itself, and cables without a router. */
const privateNetworks = [
  [10, 0, 0, 0, 255, 0, 0, 0],
  [172, 16, 0, 0, 255, 240, 0, 0],
  [192, 168, 0, 0, 255, 255, 0, 0],
  [169, 254, 0, 0, 255, 255, 0, 0],
  [127, 0, 0, 0, 255, 0, 0, 0],
] as const;

/**
 * An authority that may sign for these hosts, for what ends in `.local` and for private addresses, and for nothing
 * else: whoever stole its key could pass for no bank (RFC 5280, 4.2.1.10). It can make no authority below itself.
 */
export async function makeAuthority(about: Term & { name: string; hosts: readonly string[] }): Promise<Pair> {
  const keys = await newKeys();
  const certificate = await blank(about, keys.publicKey);
  named(certificate.subject, about.name);
  named(certificate.issuer, about.name);
  const permitted = [
    ...["local", ...about.hosts].map((host) => new GeneralName({ type: kind.dns, value: host })),
    ...privateNetworks.map((net) => addressName(net)),
  ];
  certificate.extensions = [
    extension(oid.basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 }), true),
    extension(oid.keyUsage, bits(use.signsCertificates), true),
    extension(
      oid.nameConstraints,
      new NameConstraints({ permittedSubtrees: permitted.map((base) => new GeneralSubtree({ base })) }),
      true,
    ),
    extension(oid.keyIdentifier, await identifierOf(certificate)),
  ];
  return await signed(certificate, keys.privateKey, keys.privateKey);
}

/** A server's certificate for these names, signed by the authority. */
export async function makeServerCertificate(authority: Pair, names: Names, term: Term): Promise<Pair> {
  const issuer = Certificate.fromBER(bytesOf(authority.certificate));
  const keys = await newKeys();
  const certificate = await blank(term, keys.publicKey);
  certificate.issuer = issuer.subject;
  named(certificate.subject, names.hosts[0] ?? "localhost");
  const altNames = [
    ...names.hosts.map((value) => new GeneralName({ type: kind.dns, value })),
    ...names.addresses.map((address) => addressName(address.split(".").map(Number))),
  ];
  const keyIdentifier = await identifierOf(issuer);
  certificate.extensions = [
    extension(oid.basicConstraints, new BasicConstraints({ cA: false }), true),
    extension(oid.keyUsage, bits(use.digitalSignature), true),
    extension(oid.extendedKeyUsage, new ExtKeyUsage({ keyPurposes: [oid.serverAuthentication] })),
    extension(oid.otherNames, new AltName({ altNames })),
    extension(oid.keyIdentifier, await identifierOf(certificate)),
    extension(oid.authorityKeyIdentifier, new AuthorityKeyIdentifier({ keyIdentifier })),
  ];
  return await signed(certificate, keys.privateKey, await privateKeyIn(authority.key));
}

/** The hosts that an authority may sign for; the addresses are always those of private networks. */
export function permittedHosts(certificate: string): string[] {
  const { extensions = [] } = Certificate.fromBER(bytesOf(certificate));
  const found = extensions.find(({ extnID }) => extnID === oid.nameConstraints)?.parsedValue;
  const permitted = found instanceof NameConstraints ? (found.permittedSubtrees ?? []) : [];
  return permitted.flatMap(({ base }) => (base.type === kind.dns ? [String(base.value)] : []));
}

function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ecdsa, true, ["sign", "verify"]);
}

async function blank({ fromMs, untilMs }: Term, publicKey: CryptoKey): Promise<Certificate> {
  const certificate = new Certificate();
  certificate.version = 2; // which is called v3
  certificate.serialNumber = new Integer({ valueHex: serialNumber() });
  certificate.notBefore = timeOf(fromMs);
  certificate.notAfter = timeOf(untilMs);
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  return certificate;
}

/** Sixteen bytes of chance; a first bit of 0 and a second of 1 make it positive and always as long. */
function serialNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.buffer;
}

/** From 2050 on years have four digits (RFC 5280, 4.1.2.5). */
function timeOf(atMs: number): Time {
  const value = new Date(atMs);
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}

/** One attribute only: the library would lay several into one relative name, which few programs expect. */
function named(place: RelativeDistinguishedNames, name: string): void {
  place.typesAndValues = [
    new AttributeTypeAndValue({ type: oid.commonName, value: new Utf8String({ value: name }) }),
  ];
}

function addressName(bytes: readonly number[]): GeneralName {
  return new GeneralName({
    type: kind.address,
    value: new OctetString({ valueHex: Uint8Array.from(bytes).buffer }),
  });
}

/** The last byte's unused bits are not counted. */
function bits(byte: number): BitString {
  const unusedBits = 31 - Math.clz32(byte & -byte);
  return new BitString({ unusedBits, valueHex: Uint8Array.of(byte).buffer });
}

/** The SHA-1 of the public key is a name for it, and proves nothing (RFC 5280, 4.2.1.2). */
async function identifierOf(certificate: Certificate): Promise<OctetString> {
  const { valueHexView } = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock;
  const valueHex = await crypto.subtle.digest("SHA-1", Uint8Array.from(valueHexView));
  return new OctetString({ valueHex });
}

function extension(extnID: string, value: unknown, critical = false): Extension {
  const schema = (value as { toSchema?: () => { toBER(): ArrayBuffer } }).toSchema?.() ?? value;
  return new Extension({ extnID, critical, extnValue: (schema as { toBER(): ArrayBuffer }).toBER() });
}

async function signed(certificate: Certificate, key: CryptoKey, signer: CryptoKey): Promise<Pair> {
  await certificate.sign(signer, "SHA-256");
  return {
    certificate: pem("CERTIFICATE", certificate.toSchema(true).toBER()),
    key: pem("PRIVATE KEY", await crypto.subtle.exportKey("pkcs8", key)),
  };
}

async function privateKeyIn(key: string): Promise<CryptoKey> {
  const bytes = PrivateKeyInfo.fromBER(bytesOf(key)).toSchema().toBER();
  return await crypto.subtle.importKey("pkcs8", bytes, ecdsa, false, ["sign"]);
}

function pem(label: string, bytes: ArrayBuffer): string {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text.replace(/-----[^-]+-----|\s/g, ""), "base64"));
}
