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
        "new() { Concurrency = {0} }",
        "new() { MaxFailures = {0}, StopOnError = true }",
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
        "c.Set(p => p.Id, \"uprof_1\")",
        "c.Set(p => p.EnforcementStatus, EnforcementStatus.Banned)",
        "c.Set(p => p.CreatedAt, Since)",
        "c.Set(p => p.Metadata[\"plan\"], \"pro\")",
        "c.Set(p => p.Name + \"\", \"a\")",
        "c.Set(p => p.ExternalUserDetails, p => p.ExternalUserDetails)",
        "c.Clear(p => p.Name)",
        "c.Clear(p => p.Id)",
        "c.Clear(p => p.ExternalUserDetails.Country)",
        "c.Set(p => p.AccessType, AccessType.Passthrough)",
        "c.SetName(p => p.ExternalUserDetails.Country)",
    ];

    // What each names of betas is all that there is: the client of the programs has none.
    private static readonly string[] CallOptions =
    [
        "",
        "",
        "new() { Betas = [AnthropicBeta.UserProfiles2026_03_24] }",
        "new() { Betas = [AnthropicBeta.UserProfiles2026_08_18], MaxRetries = {0} }",
        "new() { MaxRetries = {0} }",
        "new() { AttemptTimeout = {1} }",
        "new() { Tag = {2} }",
    ];

    private static readonly string[] Calls =
    [
        "return await client.GetAsync({2});",
        "await client.DeleteAsync({2}); return null;",
        "return await client.CreateActionUrlAsync(id: {2});",
        "return await client.UpdateAsync({2}, new() { Name = \"a\" });",
        "return await client.Query().Take(1).PreviewDeleteAsync({0});",
        "return await client.CreateBackgroundClient({0}).Query().Take(1).CountAsync();",
        "return await client.Query().WithDetails({0}).Take(1).CountAsync();",
    ];

    private static readonly string[] Profiles =
    [
        "Name = \"a\"",
        "Name = \"a\", AccessType = AccessType.Passthrough",
        "ExternalId = \"a\"",
        "Name = \"a\", ExternalId = null",
        "Name = \"a\", ExternalId = flag ? \"a\" : null",
        "Name = \"a\", Relationship = \"resold\"",
        "Metadata = new() { [\"plan\"] = \"pro\" }",
        "Metadata = new() { [\"\"] = \"pro\" }",
        "Metadata = new() { [\"plan\"] = \"\" }",
        "ExternalUserDetails = new() { Country = \"DE\" }",
        "ExternalUserDetails = new() { Country = \"deu\" }",
        "ExternalUserDetails = new() { ReferenceId = \"\" }",
    ];

    // What is set once more is right then.
    private static readonly string[] Later =
    [
        "",
        "made.Name = \"b\";",
        "made.ExternalId = null;",
        "made.Metadata = new() { [\"plan\"] = \"free\" };",
        "made.ExternalUserDetails = new() { ReferenceId = \"r\" };",
        "if (flag) made.ExternalUserDetails = new() { Country = \"FR\" };",
    ];

    public static string Next(Random random, ValueForms values) =>
        random.Next(6) switch
        {
            0 =>
                $"return await client.CreateAsync(new() {{ {Pick(random, Profiles)} }}{Given(", ", Filled(random, CallOptions, values))});",
            4 =>
                $"var made = new NewProfile {{ {Pick(random, Profiles)} }}; {Pick(random, Later)} return await client.CreateAsync(made{Given(", ", Filled(random, CallOptions, values))});",
            1 or 2 =>
                $"return await {Source(random)}{Pick(random, Filters)}.ExecuteUpdateAsync(c => {SettersOf(random)}{Given(", ", Filled(random, Options, values))});",
            3 => Filled(random, Calls, values),
            _ =>
                $"return await {Source(random)}{Pick(random, Filters)}.ExecuteDeleteAsync({Filled(random, Options, values)});",
        };

    private static string Source(Random random) =>
        Pick(
            random,
            ["client.Query()", "client.Query()", "client.Query().WithBeta(AnthropicBeta.UserProfiles2026_03_24)"]
        );

    /// <summary>One setter or several, in a chain or as statements.</summary>
    private static string SettersOf(Random random)
    {
        var setters = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, Setters)).ToList();
        return random.Next(3) switch
        {
            0 => $"{{ {string.Join("; ", setters)}; }}",
            1 when setters.Count > 1 => $"{{ {setters[0]}; if (flag) {setters[1]}; }}",
            _ => setters[0] + string.Concat(setters.Skip(1).Select(setter => setter[1..])),
        };
    }

    private static string Given(string separator, string options) => options.Length == 0 ? "" : separator + options;

    /// <summary>A form with a number for {0}, a time for {1} and a text for {2}.</summary>
    private static string Filled(Random random, string[] forms, ValueForms values)
    {
        var form = Pick(random, forms);
        Fill("{0}", () => values.Number(3));
        Fill("{1}", values.Time);
        Fill("{2}", () => values.Text("\"uprof_1\""));
        return form;

        // A value that is not used would leave a declaration behind.
        void Fill(string place, Func<string> value)
        {
            if (form.Contains(place, StringComparison.Ordinal))
                form = form.Replace(place, value(), StringComparison.Ordinal);
        }
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
