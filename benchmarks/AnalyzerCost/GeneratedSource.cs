namespace AnalyzerCost;

/// <summary>Code that an application could hold: ten queries a file, each in a method with other work around it.</summary>
internal static class GeneratedSource
{
    public const int QueriesInOneFile = 10;

    private static readonly string[] Queries =
    [
        "await client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.Metadata[\"plan\"] == name).OrderByDescending(p => p.CreatedAt).Take(50).ToListAsync();",
        "await (from p in client.Query() where p.Name != null && p.CreatedAt > since orderby p.Name select new { p.Id, p.Name }).Take(20).ToListAsync();",
        "await client.Query().WithPageSize(100).FirstOrDefaultAsync(p => p.Id == name);",
        "await client.Query().WithBeta(AnthropicBeta.UserProfilesBilling2026_10_01).CountAsync(p => p.AccessType == AccessType.Passthrough);",
        "await client.Query().Select(p => new { p.Id, p.ExternalUserDetails.Country, p.Programs.Cyber }).Skip(number).Take(10).ToArrayAsync();",
    ];

    public static string File(int index) =>
        $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;
            using FluentProfiles;

            namespace Generated;

            public sealed class Service{{index}}(ProfilesClient client)
            {
            {{string.Concat(Enumerable.Range(0, QueriesInOneFile).Select(Method))}}
            }
            """;

    private static string Method(int index) =>
        $$"""
                public async Task<string> Run{{index}}Async(string name, int number, DateTimeOffset since)
                {
                    var numbers = new List<int>();
                    for (var i = 0; i < number; i++)
                    {
                        if (i % 3 == 0)
                            numbers.Add(i * number);
                        else if (name.Length > i)
                            numbers.Add(name[i]);
                    }
                    var total = numbers.Where(n => n > 10).Select(n => n + 1).Sum();
                    var result = {{Queries[index % Queries.Length]}}
                    var text = $"{name}: {total} {result}";
                    if (text.Length > 100)
                        text = text.Substring(0, 100);
                    foreach (var word in text.Split(' '))
                        Console.WriteLine(word.Trim());
                    var lookup = new Dictionary<string, int> { [name] = number, ["total"] = total };
                    if (lookup.TryGetValue(name, out var found) && found > 5)
                        Console.WriteLine(found);
                    switch (number)
                    {
                        case 1:
                            return "one";
                        case 2:
                            return "two " + since.ToString("O");
                        default:
                            return text + lookup.Count;
                    }
                }


            """;
}
