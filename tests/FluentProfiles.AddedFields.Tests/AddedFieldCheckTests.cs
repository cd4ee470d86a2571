using System.Net;
using System.Text;

namespace FluentProfiles.AddedFields.Tests;

/// <summary>Answers are held against an order and a filter by added fields.</summary>
public sealed class AddedFieldCheckTests
{
    [Fact]
    public async Task AnswerInAnotherOrder_IsAContradiction()
    {
        using var client = Answering(Profile(1, 5, "gold"), Profile(2, 4, "gold"));

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(() =>
            client.Query().OrderBy(p => p.Rank).ToListAsync().AsTask()
        );

        Assert.Contains("not in ascending order by rank", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerOfAnotherFilter_IsAContradiction()
    {
        using var client = Answering(Profile(1, 5, "basic"), Profile(2, 4, "basic"));

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(() =>
            client.Query().Where(p => p.SupportTier == SupportTier.Gold).ToListAsync().AsTask()
        );

        Assert.Contains("2 of 2 profiles have another support_tier", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddedFields_AreReadAlone()
    {
        using var client = Answering(Profile(1, 5, "basic"), Profile(2, 4, "silver"));

        var read = await client.Query().Select(p => new { p.Rank, p.SupportTier }).ToListAsync();

        Assert.Equal([5, 4], read.Select(p => p.Rank));
        Assert.Equal([SupportTier.Basic, SupportTier.Silver], read.Select(p => p.SupportTier));
        Assert.Equal(
            ["rank", "support_tier"],
            client.Query().Select(p => new { p.Rank, p.SupportTier }).Explain().Fields
        );
    }

    private static string Profile(int number, int rank, string tier) =>
        $$"""{"id":"uprof_{{number}}","created_at":"2026-01-0{{9 - number}}T00:00:00Z","rank":{{rank}},"support_tier":"{{tier}}"}""";

    private static ProfilesClient Answering(params string[] profiles) =>
        new(
            new()
            {
                ApiKey = "key",
                BaseUrl = "https://service.example",
                MaxRetries = 0,
            },
            new(new Handler($$"""{"data":[{{string.Join(',', profiles)}}],"next_page":null}"""))
        );

    private sealed class Handler(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(body, Encoding.UTF8, "application/json"),
                    RequestMessage = request,
                }
            );
    }
}
