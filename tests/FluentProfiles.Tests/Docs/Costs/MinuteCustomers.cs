using System.Globalization;
using System.Text;

namespace FluentProfiles.Tests.Docs.Costs;

/// <summary>The profiles behind the tables of requests: one was created each minute, 2 % have the plan "team", 1 % are
/// restricted.</summary>
internal static class MinuteCustomers
{
    /// <summary>The time at which the newest one was created.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string IdOf(int number) => $"uprof_{number:D7}";

    public static string ReferenceOf(int number) => $"customer-{number}";

    /// <summary>The customer of a number, where 0 is the oldest of <paramref name="count"/>.</summary>
    public static UserProfile One(int number, int count) =>
        new()
        {
            Id = IdOf(number),
            CreatedAt = CreatedAt(number, count),
            UpdatedAt = CreatedAt(number, count),
            EnforcementStatus = Status(number),
            Metadata = new() { ["plan"] = Plan(number) },
            ExternalUserDetails = new() { ReferenceId = ReferenceOf(number) },
        };

    /// <summary>Writes the same customer as the service does, with the members that the queries read.</summary>
    public static void Write(StringBuilder json, int number, int count)
    {
        var created = CreatedAt(number, count).UtcDateTime;
        json.Append(CultureInfo.InvariantCulture, $$"""{"id":"uprof_{{number:D7}}","created_at":"{{created:s}}Z",""")
            .Append(
                CultureInfo.InvariantCulture,
                $""" "updated_at":"{created:s}Z","enforcement_status":"{Status(number)}","""
            )
            .Append(CultureInfo.InvariantCulture, $$""" "metadata":{"plan":"{{Plan(number)}}"},""")
            .Append(
                CultureInfo.InvariantCulture,
                $$$""" "external_user_details":{"reference_id":"customer-{{{number}}}"}}"""
            );
    }

    private static DateTimeOffset CreatedAt(int number, int count) => Now.AddMinutes(number + 1 - count);

    public static string Plan(int number) => number % 50 == 0 ? "team" : "free";

    public static EnforcementStatus Status(int number) =>
        number % 100 == 0 ? EnforcementStatus.Restricted : EnforcementStatus.Unrestricted;
}
