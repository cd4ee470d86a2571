namespace Mirror.Serving;

/// <summary>The files of the page. They are embedded, so that it looks the same whatever directory it is started in.</summary>
internal static class WebFiles
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    public static void Map(IEndpointRouteBuilder site)
    {
        foreach (var name in typeof(WebFiles).Assembly.GetManifestResourceNames())
        {
            if (Types.TryGetValue(Path.GetExtension(name), out var type))
                site.MapGet(name == "index.html" ? "/" : "/" + name, () => Results.Stream(Open(name), type));
        }
    }

    private static Stream Open(string name) => typeof(WebFiles).Assembly.GetManifestResourceStream(name)!;
}
