using System.Reflection;

namespace FluentProfiles.Expressions.Closing;

/// <summary>The static members that read the time, which comes from the client's clock instead.</summary>
internal static class ClockMember
{
    // Visual Basic's Now and Today. A name, because no part of this library refers to its assembly.
    private const string VisualBasic = "Microsoft.VisualBasic.DateAndTime";

    /// <summary>The value of the member by a clock, or null for another member.</summary>
    public static object? ValueOf(MemberInfo member, TimeProvider clock)
    {
        var type = member.DeclaringType;
        return member.Name switch
        {
            "UtcNow" when type == typeof(DateTimeOffset) => clock.GetUtcNow(),
            "Now" when type == typeof(DateTimeOffset) => clock.GetLocalNow(),
            "UtcNow" when type == typeof(DateTime) => clock.GetUtcNow().UtcDateTime,
            "Now" when type == typeof(DateTime) || type?.FullName == VisualBasic => Local(clock),
            "Today" when type == typeof(DateTime) || type?.FullName == VisualBasic => Local(clock).Date,
            _ => null,
        };
    }

    // A local DateTime means the zone of the machine wherever it is converted, whatever the zone of the clock is.
    private static DateTime Local(TimeProvider clock) => clock.GetUtcNow().LocalDateTime;
}
