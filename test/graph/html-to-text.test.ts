import { decodeTwice, htmlToText, toWords } from '../../src/graph/learning/html-to-text';

describe('htmlToText', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['<div>One<br/>Two<BR>Three</div>', 'One\nTwo\nThree'],
    ['<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>', 'One\nTwo'],
    ['a\n  b\tc&nbsp;&nbsp;d', 'a b c d'],
    [
      'Tom &amp; Ann &lt;b&gt; &quot;x&quot; &#39;y&#x27; &eacute;&uuml;&copy;&hellip;',
      `Tom & Ann <b> "x" 'y' éü©…`,
    ],
    ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
    ['&#0; &#xD800; &#x110000; &nosuch; &#x1F393;', '\ufffd \ufffd \ufffd &nosuch; 🎓'],
    ['<style>p{}</style><script>alert(1)</script >ok<!-- hidden -->', 'ok'],
    ['<script>alert(1)', ''],
    ['<a href="javascript:alert(1)">click</a><img src=x onerror=alert(1)>', 'click'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['cut <b off', 'cut'],
    ['One<p>Two</p>Three', 'One\nTwo\nThree'],
    ['One<br><br>Two', 'One\n\nTwo'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<![CDATA[Read this]]> first', 'Read this first'],
    ['<!--[if gte mso 9]><xml>x</xml><![endif]--><p class="MsoNormal">Please<o:p></o:p></p>', 'Please'],
    [`<style>${'p { margin: 0 } '.repeat(2_000)}</style><p>Behind the style</p>`, 'Behind the style'],
    [`<img src="data:image/png;base64,${'QUJD'.repeat(100_000)}"><p>Behind it</p>`, 'Behind it'],
    ['AT&T &notes', 'AT&T &notes'],
    ['', ''],
  ])('reduces %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});

describe('toWords', () => {
  it.each([
    ['<p>Please <b>finish</b>&nbsp;by Friday</p>', 'Please finish by Friday'],
    ['Please<br>finish', 'Please\nfinish'],
    ['<!-- from Word -->Please', 'Please'],
    ['<a href="https://x.example">here</a>', 'here'],
    ['if 1 < 2 and 3 > 2 then', 'if 1 < 2 and 3 > 2 then'],
    ['if a <b and b> c', 'if a <b and b> c'],
    ['press <Enter>, then\nsave', 'press <Enter>, then\nsave'],
    ['Tom &amp; Ann', 'Tom & Ann'],
    ['Tom &amp;amp; Ann', 'Tom & Ann'],
    ['&lt;p&gt;Tom &amp;amp; Ann&lt;/p&gt;', 'Tom & Ann'],
    ['Use the &lt;b&gt; tag', 'Use the <b> tag'],
    ['<p>Use &lt;b&gt;bold&lt;/b&gt;</p>', 'Use <b>bold</b>'],
  ])('reads %j', (text, words) => {
    expect(toWords(text)).toBe(words);
  });

  it('reads text declared as html as html', () => {
    expect(toWords('one <custom-tag>two', true)).toBe('one two');
  });
});

it.each([
  ['Health &amp; Safety', 'Health & Safety'],
  ['Health &amp;amp; Safety', 'Health & Safety'],
  ['R&D, AT&T; the <table> element', 'R&D, AT&T; the <table> element'],
])('decodeTwice reads %j', (title, words) => {
  expect(decodeTwice(title)).toBe(words);
});
