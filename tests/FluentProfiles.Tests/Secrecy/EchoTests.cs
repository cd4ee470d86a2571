using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Secrecy;

/// <summary>A service, or a proxy before it, repeats the key somewhere in its answer. Whatever is called, the key is in nothing
/// that comes out of the library.</summary>
[Collection(AloneCollection.Name)]
public sealed class EchoTests
{
    // Each form meets some of the calls at each place; all of them are met at every place.
    private const int Share = 10;

    private const string Id = "uprof_1";

    private static readonly Dictionary<string, Func<ProfilesClient, Emissions, Task>> Calls = new()
    {
        ["items"] = async (client, _) => await client.Query().ToListAsync(),
        ["count"] = async (client, _) => await client.Query().CountAsync(),
        ["first"] = async (client, _) => await client.Query().FirstAsync(),
        ["ids"] = async (client, _) => await client.Query().Select(p => p.Id).ToListAsync(),
        ["both ends"] = async (client, _) => await client.Query().WithTwoEndedScan().ToListAsync(),
        ["details"] = async (client, _) => await client.Query().WithDetails().Take(2).ToListAsync(),
        ["pages"] = async (client, emissions) =>
        {
            await foreach (var page in client.Query().AsPages())
                emissions.Note(page);
        },
        ["one page"] = async (client, emissions) => emissions.Note(await client.Query().ToPageAsync(1)),
        ["progress"] = async (client, emissions) =>
            await client.Query().WithProgress(new Progress(emissions)).ToListAsync(),
        ["get"] = async (client, _) => await client.GetAsync(Id),
        ["look-up"] = async (client, _) => await client.Query().Where(p => p.Id == Id).ToListAsync(),
        ["create"] = async (client, _) => await client.CreateAsync(new() { Name = "n" }),
        ["update"] = async (client, _) => await client.UpdateAsync(Id, new() { Name = "n" }),
        ["delete"] = async (client, _) => await client.DeleteAsync(Id),
        ["enrollment"] = async (client, _) => await client.CreateEnrollmentUrlAsync(Id),
        ["action"] = async (client, _) => await client.CreateActionUrlAsync(Id),
        ["data controls"] = async (client, _) => await client.DataControls.GetAsync(Id),
        ["delete all"] = async (client, emissions) =>
            emissions.Note(await client.Query().Where(p => p.Name == null).ExecuteDeleteAsync()),
    };

    public static TheoryData<string> Places => [.. EchoPlaces.All.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task EchoedKey_ComesOutNowhere(string place)
    {
        var turn = 0;
        foreach (var (form, text) in EchoedKey.Forms)
            await AssertHiddenAsync(place, form, EchoPlaces.All[place](text), turn++);
    }

    [Theory]
    [InlineData("api key")]
    [InlineData("token")]
    [InlineData("provider")]
    [InlineData("key beside a provider")]
    [InlineData("earlier token of the provider")]
    public async Task EveryCredential_IsHidden(string kind)
    {
        await using RawServer server = new(EchoPlaces.All["message"]($"{EchoedKey.Key} is wrong"));
        var asked = 0;
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = server.BaseUrl,
                ApiKey = kind is "api key" or "key beside a provider" ? EchoedKey.Key : null,
                AuthToken = kind == "token" ? EchoedKey.Key : null,
                TokenProvider = kind switch
                {
                    "provider" => _ => new(EchoedKey.Key),
                    "key beside a provider" => _ => new("another-token"),
                    "earlier token of the provider" => _ => new(asked++ == 0 ? EchoedKey.Key : $"another-{asked}"),
                    _ => null,
                },
                MaxRetries = 0,
            }
        );

        for (var i = 0; i < 5; i++)
        {
            var failure = await client.FailAsync<ProfilesAuthenticationException>();
            Assert.Equal("… is wrong (401, authentication_error)", failure.Message);
        }
    }

    private static async Task AssertHiddenAsync(string place, string form, string answer, int turn)
    {
        await using RawServer server = new(answer);
        foreach (var (name, call) in Calls.Where((_, number) => (number + turn) % Share == 0))
        {
            using Emissions emissions = new();
            using ProfilesClient client = new(
                new()
                {
                    BaseUrl = server.BaseUrl,
                    ApiKey = EchoedKey.Key,
                    MaxRetries = 0,
                    MaxRequestsPerQuery = 4,
                    AttemptTimeout = TimeSpan.FromSeconds(2),
                    Observer = emissions.Note,
                }
            );
            emissions.Note(await Record.ExceptionAsync(() => call(client, emissions)));

            Assert.NotEmpty(server.Heads);
            Assert.All(emissions.Texts, text => Assert.False(EchoedKey.IsIn(text), $"{place}, {form}, {name}: {text}"));
        }
    }

    private sealed class Progress(Emissions emissions) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => emissions.Note(value);
    }
}
