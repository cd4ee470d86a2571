namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>Writes the steps of a query, by the kind of item that they are made on.</summary>
internal static class StepForms
{
    // What may stand after a query of one kind of item, and which kind it then is of.
    private static readonly Dictionary<string, (string Step, string Kind)[]> Steps = new()
    {
        ["profile"] =
        [
            ("OrderBy(p => p.Name)", "profile"),
            ("OrderByDescending(p => p.CreatedAt)", "profile"),
            ("OrderBy(p => p.UpdatedAt)", "profile"),
            ("OrderBy(p => p.Metadata[\"a\"])", "profile"),
            ("OrderBy(p => flag ? p.Name : p.Id)", "profile"),
            ("OrderBy(p => (object)p.CreatedAt)", "profile"),
            ("OrderBy(p => p.EnforcementStatus)", "profile"),
            ("OrderByDescending(p => p.Programs)", "profile"),
            ("Select(p => p)", "profile"),
            ("Select(p => new { p.Id, p.Name, p.CreatedAt })", "object"),
            ("Select(p => new Row { Id = p.Id, Name = p.Name, CreatedAt = p.CreatedAt })", "object"),
            ("Select(p => new Row { Id = p.Id + \"\", Name = p.Name, CreatedAt = p.CreatedAt })", "object"),
            ("Select(p => p.Name)", "text"),
            ("Select(p => p.Id)", "text"),
            ("Select(p => flag ? p.Name : p.Name)", "text"),
            ("Select(p => p.Name!.Trim())", "text"),
            ("Select(p => p.ExternalUserDetails.Country)", "text"),
            ("Select(p => new { Profile = p, Key = p.Name })", "pair"),
            ("Select(p => new { Profile = p, Key = p.Name!.Trim() })", "pair"),
            ("Select(p => Tuple.Create(p.Name, p.Id))", "tuple"),
            ("Select(p => p.CreatedAt)", "value"),
            ("Select(p => p.Programs.Cyber!.Requirements!.HumanReview)", "value"),
            ("Select(p => new { Id = p.Programs.Cyber!.Requirements!.HumanReview, p.Name, p.CreatedAt })", "flagged"),
            ("Select(p => p.Programs.Cyber!.Status)", "program"),
            ("Select(p => new { p.Id, p.Name, p.CreatedAt, p.Programs.Cyber!.Status })", "object"),
            ("Select(p => new { p.Id, p.Name, p.CreatedAt, p.AdditionalProperties.Count })", "object"),
            ("Select(p => new Coded { Id = p.Id, Name = p.Name, Status = p.EnforcementStatus })", "coded"),
        ],
        ["object"] =
        [
            ("Where(x => x.Name != null)", "object"),
            ("Where(x => x.Id == \"uprof_1\")", "object"),
            ("Where(x => Ids.Contains(x.Id))", "object"),
            ("OrderBy(x => x.Name)", "object"),
            ("OrderByDescending(x => x.CreatedAt)", "object"),
            ("OrderBy(x => x.Id)", "object"),
            ("Select(x => x)", "object"),
            ("Select(x => x.Name)", "text"),
            ("Select(x => new { Name = x.Name, x.Id, x.CreatedAt })", "object"),
            ("Select(x => new { Name = x.Name + \"\", x.Id, x.CreatedAt })", "object"),
        ],
        ["flagged"] =
        [
            ("OrderBy(x => x.Name)", "flagged"),
            ("OrderBy(x => x.Id)", "flagged"),
            ("Select(x => x.Name)", "text"),
        ],
        ["pair"] =
        [
            ("Where(x => x.Key != null)", "pair"),
            ("Where(x => x.Profile.Id == \"uprof_1\")", "pair"),
            ("Where(x => x.Profile.EnforcementStatus == EnforcementStatus.Banned)", "pair"),
            ("OrderBy(x => x.Key)", "pair"),
            ("OrderBy(x => x.Profile.CreatedAt)", "pair"),
            ("OrderBy(x => x.Profile.UpdatedAt)", "pair"),
            ("Select(x => x.Profile)", "profile"),
            ("Select(x => new { x.Profile, Key = x.Profile.Name })", "pair"),
        ],
        ["tuple"] =
        [
            ("Where(x => x.Item2 == \"uprof_1\")", "tuple"),
            ("OrderBy(x => x.Item1)", "tuple"),
            ("OrderBy(x => x.Item2)", "tuple"),
            ("Select(x => x.Item1)", "text"),
        ],
        ["text"] =
        [
            ("Where(n => n != \"\")", "text"),
            ("Where(n => n == \"uprof_1\")", "text"),
            ("OrderBy(n => n)", "text"),
            ("OrderBy(n => n!.Length)", "text"),
            ("Select(n => n)", "text"),
        ],
        ["program"] =
        [
            ("Where(s => s == ProgramStatus.Active)", "program"),
            ("OrderBy(s => s)", "program"),
            ("Select(s => s)", "program"),
        ],
        ["coded"] =
        [
            ("Where(r => r.Id == \"uprof_1\")", "coded"),
            ("Where(r => r.Status == EnforcementStatus.Banned)", "coded"),
            ("OrderBy(r => r.Name)", "coded"),
            ("Select(r => r.Name)", "text"),
        ],
        ["value"] = [("Where(v => !v.Equals(null))", "value"), ("OrderBy(v => v)", "value")],
    };

    private static readonly string[] AnyKind =
    [
        "Reverse()",
        "OrderBy()",
        "OrderByDescending()",
        "WithDetails()",
        "WhereOnClient(x => x != null)",
        "WithTwoEndedScan()",
        "WithMaxRequests(50)",
    ];

    // Nothing but its range can be wrong with any of them.
    private static readonly Func<ValueForms, string>[] Settings =
    [
        values => $"WithPrefetch({values.Number(1)})",
        values => $"WithPrefetch(pages: {values.Number(1)})",
        values => $"WithMaxRequests({values.Number(50)})",
        values => $"WithMaxRetries({values.Number(5)})",
        values => $"WithAttemptTimeout({values.Time()})",
        values => $"WithMaxRetryAfter(wait: {values.Time()})",
        values => $"WithRunTimeout({values.Time()})",
        values => $"TagWith({values.Text("\"nightly\"")})",
        values => $"WithHeader(\"x-tenant\", {values.Text("\"a\"")})",
        values => $"WithHeader(value: \"a\", name: {values.Text("\"x-tenant\"")})",
        values => "FromPage(NoText)",
    ];

    private static readonly string[] IdTests =
    [
        "p.Id == \"uprof_1\"",
        "p.Id != \"uprof_1\"",
        "\"uprof_1\" == p.Id",
        "!(p.Id != \"uprof_1\")",
        "p.Id.Equals(\"uprof_1\")",
        "string.Equals(p.Id, \"uprof_1\")",
        "Ids.Contains(p.Id)",
        "Ids.Contains(p.Id, StringComparer.OrdinalIgnoreCase)",
        "Ids.Contains(p.Id, StringComparer.Ordinal)",
        "Ids.Any(id => id == p.Id)",
        "Array.IndexOf(Ids, p.Id) >= 0",
        "p.Id.Contains(\"1\")",
        "p.Id == p.Metadata[\"id\"]",
        "string.CompareOrdinal(p.Id, \"uprof_1\") == 0",
        "string.Equals(p.Id, \"uprof_1\", StringComparison.Ordinal)",
        "string.Equals(p.Id, \"uprof_1\", StringComparison.OrdinalIgnoreCase)",
        "p.Id.Equals(p.Metadata[\"id\"])",
        "NoIds.Contains(p.Id)",
    ];

    public static (string Step, string Kind) Next(Random random, string kind, ValueForms values) =>
        random.Next(11) switch
        {
            7 => (Settings[random.Next(Settings.Length)](values), kind),
            0 => ($"Take({values.Number(5)})", kind),
            1 => ($"Skip({values.Number(1)})", kind),
            2 => ($"WithPageSize({values.Number(50)})", kind),
            3 => ($"WithBeta({values.Beta()})", kind),
            4 => (AnyKind[random.Next(AnyKind.Length)], kind),
            5 or 6 when kind == "profile" => ($"Where(p => {Condition(random, values)})", kind),
            _ => Steps[kind][random.Next(Steps[kind].Length)],
        };

    /// <summary>A condition on the profile <c>p</c>.</summary>
    public static string Condition(Random random, ValueForms values) =>
        random.Next(9) switch
        {
            0 => $"({Condition(random, values)} && {Condition(random, values)})",
            1 => $"({Condition(random, values)} || {Condition(random, values)})",
            2 => $"!({Condition(random, values)})",
            3 => $"p.EnforcementStatus == {values.Status()}",
            4 => "new[] { EnforcementStatus.Banned, EnforcementStatus.Pending }.Contains(p.EnforcementStatus)",
            5 => random.Next(2) == 0 ? "p.CreatedAt > Since" : "flag",
            6 => "p.Name != null",
            _ => IdTests[random.Next(IdTests.Length)],
        };
}
