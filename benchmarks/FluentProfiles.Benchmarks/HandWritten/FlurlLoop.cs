using System.Text.Json;
using Flurl.Http;

namespace FluentProfiles.Benchmarks.HandWritten;

/// <summary>The hand-written loop of somebody who sends with Flurl.</summary>
internal static class FlurlLoop
{
    public static IFlurlClient ClientOf(HttpMessageHandler handler, string baseUrl) =>
        new FlurlClient(new HttpClient(handler, disposeHandler: false) { BaseAddress = new(baseUrl) })
            .WithOAuthBearerToken("any-key")
            .WithHeader("anthropic-version", "2026-10-21");

    public static async Task<List<ProfileDto>> ReadAllAsync(IFlurlClient client)
    {
        List<ProfileDto> profiles = [];
        for (string? cursor = ""; cursor is not null; )
        {
            var page = await ReadAsync(client, cursor);
            profiles.AddRange(page.Data);
            cursor = page.NextPage;
        }
        return profiles;
    }

    private static async Task<PageDto<ProfileDto>> ReadAsync(IFlurlClient client, string cursor)
    {
        await using var body = await client
            .Request("v1/user_profiles")
            .SetQueryParam("limit", 100)
            .SetQueryParam("page", cursor == "" ? null : cursor)
            .GetStreamAsync(completionOption: HttpCompletionOption.ResponseHeadersRead);
        var page = await JsonSerializer.DeserializeAsync(body, DtoContext.Default.FullPage);
        return page ?? throw new JsonException("The answer is no page.");
    }
}
