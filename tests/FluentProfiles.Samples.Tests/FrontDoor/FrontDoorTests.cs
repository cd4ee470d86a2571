using System.Net;

namespace FluentProfiles.Samples.Tests.FrontDoor;

public sealed class FrontDoorTests(FilledDoor filled) : IClassFixture<FilledDoor>
{
    private readonly OpenFrontDoor door = filled.Door;

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/app.js", "text/javascript")]
    [InlineData("/site.css", "text/css")]
    [InlineData("/icon.svg", "image/svg+xml")]
    public async Task File_HasItsTypeAndAPolicy(string path, string type)
    {
        var answer = await door.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(
            "default-src 'none'; script-src 'self';",
            answer.Headers.GetValues("Content-Security-Policy").Single()
        );
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task OtherHostName_IsRefused()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/customers");
        request.Headers.Host = "rebound.example";

        Assert.Equal(HttpStatusCode.BadRequest, (await door.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/api/customers/uprof_unknown")]
    [InlineData("/Migrations")]
    public async Task UnknownAddress_IsNotFound(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await door.Http.GetAsync(path)).StatusCode);

    [Fact]
    public async Task Serve_ShowsThePageAndEndsOnASignal()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Directory.CreateTempSubdirectory("fp-serve-").FullName;
        using SampleProcess process = new("Mirror", $"serve \"{folder}/d.db\" --urls http://127.0.0.1:0");
        var line = await process.LineWithAsync("The demo site: ");
        var address = line.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal));
        using HttpClient browser = new() { BaseAddress = new(address) };
        Assert.Contains("Front door", await browser.GetStringAsync("/"));
        // An open page does not keep the process alive.
        await using var feed = await browser.GetStreamAsync("/api/feed");

        process.Terminate();
        var (code, _, error) = await process.EndAsync();

        Assert.Equal((0, ""), (code, error));
        Directory.Delete(folder, recursive: true);
    }
}
