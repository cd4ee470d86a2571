using System.Net;
using System.Text.Json.Nodes;
using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Reliability;

/// <summary>Something between a client and the service that changes a request or its answer now and then, as a proxy or a cache
/// may: each answer stays well-formed.</summary>
/// <param name="random">Decides what is changed.</param>
/// <param name="share">How many requests in a hundred are changed.</param>
/// <param name="swapsIds">True to swap ids within a page, which the page alone does not show.</param>
/// <param name="replays">True to answer with the first page again, which a run that has not read it can't notice.</param>
internal sealed class ChangedAnswer(Random random, int share, bool swapsIds, bool replays = true)
{
    private static readonly string[] Members = ["id", "created_at", "enforcement_status"];

    private string? firstPage;

    /// <summary>What was changed, for the message of a failed test.</summary>
    public List<string> Changes { get; } = [];

    public ProfilesClient Client(ProfileEmulator emulator) =>
        new Intermediary(emulator.CreateHandler())
        {
            Address = Address,
            Body = (request, body) => request.Method == HttpMethod.Get ? Body(body) : body,
            Status = status => Happens(1) ? Note("206", HttpStatusCode.PartialContent) : status,
        }.Client(emulator);

    private string Address(string address) =>
        address.Contains('?')
            ? Happens(3)
                ? random.Next(3) switch
                {
                    0 => Note("no filter", Without(address, "enforcement_status")),
                    1 => Note("no order", Without(Without(address, "order"), "order_by")),
                    _ => Note("more", address.Replace("limit=", "limit=1")),
                }
                : address
            : address;

    private string Body(string body)
    {
        var answer = JsonNode.Parse(body)!;
        if (answer["data"] is not JsonArray page)
            return answer["id"] is not null && Happens(3) ? JsonChange.Of(body, Profile) : body;
        firstPage ??= body;
        if (page.Count == 0 || !Happens(6))
            return body;
        return random.Next(5) switch
        {
            0 when replays => Note("first page again", firstPage),
            1 => JsonChange.Of(body, json => Reverse(json["data"]!.AsArray())),
            2 when swapsIds => JsonChange.Of(body, json => SwapIds(json["data"]!.AsArray())),
            _ => JsonChange.Of(body, json => Member(json["data"]![random.Next(page.Count)]!)),
        };
    }

    private void Profile(JsonNode profile)
    {
        if (random.Next(2) == 0)
            profile["id"] = Note("another", TestProfiles.IdOf(random.Next(40)));
        else
            Member(profile);
    }

    private void Member(JsonNode profile)
    {
        var member = Members[random.Next(Members.Length)];
        switch (random.Next(3))
        {
            case 0:
                profile.AsObject().Remove(Note($"no {member}", member));
                break;
            case 1:
                profile[Note($"{member} null", member)] = null;
                break;
            default:
                // Another member of that value.
                profile[Note($"{member} renamed", member).ToUpperInvariant()] = profile[member]?.DeepClone();
                profile.AsObject().Remove(member);
                break;
        }
    }

    private void Reverse(JsonArray page)
    {
        Changes.Add("reversed");
        var profiles = page.Reverse().ToList();
        page.Clear();
        foreach (var profile in profiles)
            page.Add(profile);
    }

    private void SwapIds(JsonArray page)
    {
        Changes.Add("ids swapped");
        var (one, other) = (random.Next(page.Count), random.Next(page.Count));
        var id = (string)page[one]!["id"]!;
        page[one]!["id"] = (string)page[other]!["id"]!;
        page[other]!["id"] = id;
    }

    private bool Happens(int weight) => random.Next(100) < share * weight / 6.0;

    private T Note<T>(string change, T result)
    {
        Changes.Add(change);
        return result;
    }

    private static string Without(string address, string parameter)
    {
        var parts = address.Split('?', 2);
        return $"{parts[0]}?{string.Join('&', parts[1].Split('&').Where(pair => Uri.UnescapeDataString(pair.Split('=')[0]).TrimEnd('[', ']') != parameter))}";
    }
}
