using System.Text;
using System.Text.Json;

namespace FluentProfiles.Emulator.Tests;

/// <summary>An emulator on a port of its own, and a plain client that sends what a request needs.</summary>
internal sealed class Service : IAsyncDisposable
{
    public const string Path = "/v1/user_profiles";

    private readonly HttpClient client = new();

    private Service(ProfileEmulator emulator) => Emulator = emulator;

    public ProfileEmulator Emulator { get; }

    public static async Task<Service> StartAsync(ProfileEmulatorOptions? options = null) =>
        new(await ProfileEmulator.StartAsync(options ?? new() { Count = 250 }));

    public static Task<Service> HoldingAsync(params UserProfile[] profiles) =>
        StartAsync(new() { Profiles = profiles });

    public Task<Reply> ListAsync(string query = "", string? beta = null) =>
        SendAsync(HttpMethod.Get, query.Length == 0 ? Path : $"{Path}?{query}", beta);

    public Task<Reply> GetAsync(string id, string? beta = null) => SendAsync(HttpMethod.Get, $"{Path}/{id}", beta);

    public Task<Reply> PostAsync(string rest, string body, string? beta = null) =>
        SendAsync(HttpMethod.Post, Path + rest, beta, body);

    public Task<Reply> DeleteAsync(string id) => SendAsync(HttpMethod.Delete, $"{Path}/{id}");

    /// <summary>Every page of a listing.</summary>
    public async Task<List<Reply>> PagesAsync(string query, string? from = null)
    {
        List<Reply> pages = [await ListAsync(from is null ? query : $"{query}&page={from}")];
        while (pages[^1].NextPage is { } next)
            pages.Add(await ListAsync($"{query}&page={next}"));
        return pages;
    }

    public async Task<Reply> SendAsync(
        HttpMethod method,
        string target,
        string? beta = null,
        string? body = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        using HttpRequestMessage request = new(method, Emulator.BaseUrl + target);
        request.Headers.Add("x-api-key", "test-key");
        request.Headers.Add("anthropic-version", "2026-10-21");
        if (beta is not null)
            request.Headers.Add("anthropic-beta", beta);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        using var response = await client.SendAsync(request);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return new((int)response.StatusCode, json.RootElement.Clone(), response.Headers);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Emulator.DisposeAsync();
    }
}
