namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>Puts generated programs into one file, each in a method of its own.</summary>
internal static class ProgramSource
{
    public const string Type = "Programs";

    private static readonly string Start = $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using FluentProfiles;

        public sealed class Row
        {
            public string? Id { get; init; }
            public string? Name { get; init; }
            public DateTimeOffset CreatedAt { get; init; }
        }

        public sealed class Coded
        {
            public string? Id { get; init; }
            public string? Name { get; init => field = value?.ToUpperInvariant(); }
            public EnforcementStatus Status { get; set => field = value; }
        }

        public static class Constants
        {
            public const int MinusOne = -1, Five = 5, TooMany = 101;
        }

        public sealed class Pair
        {
            private static readonly Pair one = new(5, -1);
            private readonly int first = -1, second;
            private Pair(int a, int b) => (first, second) = (a, b);
            public static int First => one.first;
            public static object Bounded(ProfilesClient client) => client.Query().Take(one.first);
        }

        public static class Programs
        {
            private const string OldBeta = "user-profiles-2026-03-24", Malformed = "a b";
            private const string TooLong = "{{new string('a', 513)}}";
            private static readonly string[] Ids = ["uprof_1", "uprof_2"], NoIds = [];
            private static readonly DateTimeOffset Since = DateTimeOffset.UnixEpoch;
            private static readonly EnforcementStatus NoStatus = new();
            private const string NoText = "";
            private static readonly TimeSpan NoTime = TimeSpan.Zero;
            private static readonly int ReadonlyMinusOne = -1;
            private static readonly int SetToMinusOne = 5, SetToFive = -1;
            private static readonly Dictionary<string, string> Countries = new() { ["DE"] = "Germany", ["US"] = "USA" };
            private static readonly UserProfile[] Items = [new() { Id = "uprof_1", Name = "a" }, new() { Id = "uprof_2" }];

            static Programs()
            {
                (SetToFive, _) = (5, 0);
                Set(out SetToMinusOne);
            }

            private static void Set(out int number) => number = -1;

        """;

    public static string Of(IReadOnlyList<GeneratedProgram> programs) =>
        Start + string.Concat(programs.Select(MethodOf)) + "}\n";

    public static string MethodName(int index) => $"Run{index}";

    private static string MethodOf(GeneratedProgram program, int index) =>
        $$"""
                public static async Task<object?> {{MethodName(
                index
            )}}(ProfilesClient client, string address, bool flag)
                {
                    await Task.CompletedTask;
                    {{program.Statements}}
                }

            """;
}
