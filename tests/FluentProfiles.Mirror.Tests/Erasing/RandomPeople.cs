using System.Globalization;
using System.Text.Json.Nodes;

namespace FluentProfiles.Mirror.Tests.Erasing;

/// <summary>Profiles whose members all have values of their own, some of them long or hard to store.</summary>
/// <param name="random">Chooses.</param>
internal sealed class RandomPeople(Random random)
{
    private readonly List<(int Number, string Text)> texts = [];

    /// <summary>The texts of all profiles so far.</summary>
    public IReadOnlyList<(int Number, string Text)> Texts => texts;

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"uprof_person{number:D6}x");

    /// <summary>The JSON of a profile; another one at each call.</summary>
    public string Next(int number)
    {
        texts.Add((number, IdOf(number)));
        JsonObject metadata = [];
        for (var i = random.Next(4); i >= 0; i--)
            metadata[Text("key", 0)] = Text("value", random.Next(2) * 400);
        return new JsonObject
        {
            ["id"] = IdOf(number),
            ["type"] = "user_profile",
            ["created_at"] = TestRows.Created.AddSeconds(number).ToString("O", CultureInfo.InvariantCulture),
            ["updated_at"] = TestRows.Created.AddSeconds(number).ToString("O", CultureInfo.InvariantCulture),
            ["name"] = Text(
                "name",
                random.Next(3) switch
                {
                    0 => 10_240,
                    1 => 300,
                    _ => 0,
                }
            ),
            ["metadata"] = metadata,
            ["access_type"] = Text("access", 0),
            ["enforcement_status"] = Text("status", 0),
            ["external_user_details"] = new JsonObject
            {
                ["reference_id"] = Text("reference", 0),
                ["email_hash"] = Text("email", 60),
                ["name_hash"] = Text("hash", 60),
                ["country"] = Text("country", 0),
                ["entity_type"] = Text("entity", 0),
                ["account_status"] = Text("account", 0),
            },
            ["programs"] = new JsonObject { ["cyber"] = new JsonObject { ["status"] = Text("cyber", 0) } },
            ["trust_grants"] = new JsonObject
            {
                [Text("grant", 0)] = new JsonObject { ["status"] = Text("granted", 0) },
            },
            ["something_new"] = Text("unknown", 100),
        }.ToJsonString();

        string Text(string member, int more)
        {
            var core = string.Create(CultureInfo.InvariantCulture, $"{member}-{random.NextInt64():x16}");
            texts.Add((number, core));
            var odd = random.Next(6) switch
            {
                0 => "\0",
                1 => "é\u2028",
                2 => "\ud83d\ude00",
                _ => "",
            };
            return $"{core}{odd}{new string('x', more)}";
        }
    }
}
