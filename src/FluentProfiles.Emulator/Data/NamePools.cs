using Bogus;

namespace FluentProfiles.Emulator.Data;

/// <summary>Names of people and companies, made once: a profile draws from these, whatever its seed.</summary>
internal static class NamePools
{
    private const int Seed = 20260324;

    private static readonly string[] Locales = ["en", "de", "fr", "pl", "pt_BR"];

    public static string[] FirstNames { get; } = Names(300, faker => faker.Name.FirstName());

    public static string[] LastNames { get; } = Names(400, faker => faker.Name.LastName());

    public static string[] Companies { get; } = Names(1500, faker => faker.Company.CompanyName());

    private static string[] Names(int count, Func<Faker, string> make)
    {
        // Mostly English, and enough of others that not every name is ASCII.
        var fakers = Locales.Select(locale => new Faker(locale) { Random = new Randomizer(Seed) }).ToArray();
        return
        [
            .. Enumerable.Range(0, count).Select(i => make(fakers[i % 3 == 0 ? i / 3 % fakers.Length : 0])).Distinct(),
        ];
    }
}
