using System.Globalization;
using System.Net;
using System.Text;

namespace FluentProfiles.Benchmarks.Service;

/// <summary>A listing of as many pages as are asked for, each of a hundred profiles with ids of their own, that keeps none of
/// them: what grows while it is read is the reader's.</summary>
internal sealed class EndlessPages : HttpMessageHandler
{
    public const int PageSize = 100;
    private const string Digits = "D8";

    private readonly string[] parts;
    private readonly int pages;

    private EndlessPages(string[] parts, int pages)
    {
        this.parts = parts;
        this.pages = pages;
    }

    public static async Task<EndlessPages> OfAsync(int pages)
    {
        using var recorded = await RecordedPages.OfAsync(PageSize);
        using HttpClient client = new(recorded, disposeHandler: false);
        var body = await client.GetStringAsync(RecordedPages.BaseUrl + "/v1/user_profiles?limit=100");
        // A profile's id begins with the number of its page.
        return new(body.Split("uprof_"), pages);
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var page = PageOf(request.RequestUri!.Query);
        var next = page + 1 < pages ? $"\"page_{page + 1}\"" : "null";
        var body = string.Join("uprof_" + page.ToString(Digits, CultureInfo.InvariantCulture), parts)
            .Replace("\"next_page\":null", "\"next_page\":" + next, StringComparison.Ordinal);
        HttpResponseMessage response = new(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return Task.FromResult(response);
    }

    private static int PageOf(string query)
    {
        var start = query.IndexOf("page=page_", StringComparison.Ordinal);
        return start < 0 ? 0 : int.Parse(query.AsSpan(start + "page=page_".Length), CultureInfo.InvariantCulture);
    }
}
