import { expect, test } from 'vitest';
import { isPublicAddress, mayLeadTo } from '~/lib/shared/public-address';

test.each([
  'https://example.org/a.png', 'https://cdn.example.org:8443/a.png?size=2#x', 'https://93.184.215.14/a.png', 'https://[2606:2800:21f::1]/a.png', 'https://bücher.example/a',
])('a server may fetch %s', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '', 'a.png', 'http://example.org/a.png', 'data:image/png;base64,AA', 'blob:https://example.org/1', 'file:///a.png', 'https://me:pass@example.org/a.png', 'https://me@example.org/a.png',
  'https://localhost/a', 'https://a.localhost/a', 'https://127.0.0.1/a', 'https://0x7f.1/a', 'https://2130706433/a', 'https://0.0.0.0/a', 'https://10.1.2.3/a', 'https://172.20.0.1/a', 'https://192.168.1.1/a',
  'https://169.254.169.254/latest/meta-data', 'https://100.64.0.1/a', 'https://198.18.0.1/a', 'https://224.0.0.1/a', 'https://255.255.255.255/a', 'https://printer/a', 'https://printer.local/a', 'https://printer.local./a',
  'https://nas.lan/a', 'https://wiki.internal/a', 'https://news.test/a', 'https://[::1]/a', 'https://[::]/a', 'https://[::ffff:10.0.0.1]/a', 'https://[fd00::1]/a', 'https://[fe80::1]/a', 'https://[2001:db8::1]/a',
  `https://example.org/${'a'.repeat(5_000)}`,
])('no server is sent to %s', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  ['https://news.example/story', 'https://cdn.example.org/a.png', true], ['https://news.example/story', 'data:image/png;base64,AA', true], ['https://news.example/story', 'http://localhost:8080/a.png', false],
  ['https://news.example/story', 'http://[::1]/a.png', false], ['https://news.example/story', 'http://localhost./a.png', false], ['https://news.example/story', 'http://192.168.1.1/a.png', false], ['https://news.example/story', 'http://printer/a.png', false],
  ['', 'http://127.0.0.1/a.png', false], ['file:///home/me/saved.html', 'http://127.0.0.1/a.png', false], ['', 'https://cdn.example.org/a.png', true],
  ['http://wiki.lan/', 'http://192.168.1.1/a.png', true], ['http://wiki.lan/', 'http://127.0.0.1/a.png', false], ['http://wiki.lan/', 'https://cdn.example.org/a.png', true],
  ['http://localhost:3000/', 'http://127.0.0.1:9000/a.png', true], ['http://localhost:3000/', 'http://10.0.0.1/a.png', true],
])('a page on "%s" leads Docent to %s: %s', (page, address, expected) => {
  expect(mayLeadTo(address, page)).toBe(expected);
});
