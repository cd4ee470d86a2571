namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>Writes programs that create, update or delete, some of them with what the library refuses.</summary>
internal static class WriteForms
{
    private static readonly string[] Filters =
    [
        "",
        "",
        ".OrderBy(p => p.Name)",
        ".WithPageSize(50)",
        ".Where(p => true)",
        ".Where(p => p.Name == \"nobody\")",
        ".Where(p => p.Id == \"uprof_1\")",
        ".Take(1)",
        ".Take(1).Where(p => true)",
        ".WhereOnClient(p => p.Id == \"uprof_1\")",
    ];

    private static readonly string[] Options =
    [
        "",
        "new()",
        "new() { AllowAll = false }",
        "new() { MaxFailures = 3 }",
        "new() { AllowAll = flag }",
        "flag ? null : new() { AllowAll = true }",
    ];

    private static readonly string[] Setters =
    [
        "c.SetName(\"a\")",
        "c.SetName(\"\")",
        "c.SetMetadata(\"plan\", \"pro\")",
        "c.SetMetadata(\"\", \"pro\")",
        "c.SetMetadata(\"plan\", TooLong)",
        "c.RemoveMetadata(\"plan\")",
        "c.Set(p => p.ExternalUserDetails.Country, \"DE\")",
        "c.Set(p => p.ExternalUserDetails.Country, \"de\")",
        "c.Set(p => p.ExternalUserDetails.ReferenceId, \"\")",
    ];

    private static readonly string[] Profiles =
    [
        "Name = \"a\"",
        "Metadata = new() { [\"plan\"] = \"pro\" }",
        "Metadata = new() { [\"\"] = \"pro\" }",
        "Metadata = new() { [\"plan\"] = \"\" }",
        "ExternalUserDetails = new() { Country = \"DE\" }",
        "ExternalUserDetails = new() { Country = \"deu\" }",
        "ExternalUserDetails = new() { ReferenceId = \"\" }",
    ];

    public static string Next(Random random) =>
        random.Next(3) switch
        {
            0 => $"return await client.CreateAsync(new() {{ {Pick(random, Profiles)} }});",
            1 =>
                $"return await client.Query(){Pick(random, Filters)}.ExecuteUpdateAsync(c => {Pick(random, Setters)}{Given(", ", Pick(random, Options))});",
            _ => $"return await client.Query(){Pick(random, Filters)}.ExecuteDeleteAsync({Pick(random, Options)});",
        };

    private static string Given(string separator, string options) => options.Length == 0 ? "" : separator + options;

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
