using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FluentProfiles.Benchmarks.HandWritten;

/// <summary>The loop that a careful engineer writes by hand: one client kept, bodies read as they arrive, generated JSON
/// readers, every page until the cursor is null.</summary>
internal static class HandWrittenLoop
{
    private const string FirstPage = "v1/user_profiles?limit=100";

    public static HttpClient ClientOf(HttpMessageHandler handler, string baseUrl)
    {
        HttpClient client = new(handler, disposeHandler: false) { BaseAddress = new(baseUrl + "/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "any-key");
        client.DefaultRequestHeaders.Add("anthropic-version", "2026-10-21");
        return client;
    }

    public static async Task<List<ProfileDto>> ReadAllAsync(HttpClient client)
    {
        List<ProfileDto> profiles = [];
        await foreach (var page in PagesAsync(client, DtoContext.Default.FullPage))
            profiles.AddRange(page.Data);
        return profiles;
    }

    public static async Task<List<TResult>> SelectAsync<TProfile, TResult>(
        HttpClient client,
        JsonTypeInfo<PageDto<TProfile>> type,
        Func<TProfile, TResult> selector
    )
    {
        List<TResult> results = [];
        await foreach (var page in PagesAsync(client, type))
            results.AddRange(page.Data.Select(selector));
        return results;
    }

    public static async Task<List<TProfile>> WhereAsync<TProfile>(
        HttpClient client,
        JsonTypeInfo<PageDto<TProfile>> type,
        Func<TProfile, bool> predicate
    )
    {
        List<TProfile> profiles = [];
        await foreach (var page in PagesAsync(client, type))
            profiles.AddRange(page.Data.Where(predicate));
        return profiles;
    }

    public static async Task<int> CountAsync<TProfile>(HttpClient client, JsonTypeInfo<PageDto<TProfile>> type)
    {
        var count = 0;
        await foreach (var page in PagesAsync(client, type))
            count += page.Data.Count;
        return count;
    }

    public static async IAsyncEnumerable<PageDto<TProfile>> PagesAsync<TProfile>(
        HttpClient client,
        JsonTypeInfo<PageDto<TProfile>> type,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        for (string? address = FirstPage; address is not null; )
        {
            var page = await ReadAsync(client, address, type, cancellationToken);
            yield return page;
            address = page.NextPage is { } cursor ? $"{FirstPage}&page={Uri.EscapeDataString(cursor)}" : null;
        }
    }

    private static async Task<PageDto<TProfile>> ReadAsync<TProfile>(
        HttpClient client,
        string address,
        JsonTypeInfo<PageDto<TProfile>> type,
        CancellationToken cancellationToken
    )
    {
        using var response = await client.GetAsync(
            address,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var page = await JsonSerializer.DeserializeAsync(body, type, cancellationToken);
        return page ?? throw new JsonException("The answer is no page.");
    }
}
