using System.Reflection;

namespace FluentProfiles.Emulator.Data;

/// <summary>Profiles made from a seed and their number whenever they are asked for; none is kept.</summary>
internal sealed class GeneratedProfiles(int seed, int count) : ISeedProfiles
{
    private static readonly DateTimeOffset First = new(2025, 11, 1, 0, 0, 0, TimeSpan.Zero);

    // One profile in so many shares its moment with the one before it.
    private const int TieEvery = 150;

    private readonly long microsecondsApart = (long)(TimeSpan.FromDays(365).TotalMicroseconds / Math.Max(1, count));

    public int Count { get; } = count;

    public UserProfile At(int sequence)
    {
        var status = Status(sequence);
        var kind = CustomerKind.Of(seed, sequence);
        return new ProfileMaker(seed, sequence, CreatedAt(sequence), kind, status).Make();
    }

    public DateTimeOffset CreatedAt(int sequence)
    {
        var dice = Dice.Of(seed, sequence, 2);
        var slot = sequence > 0 && dice.Below(TieEvery) == 0 ? sequence - 1 : sequence;
        var within = (long)(Dice.Of(seed, slot, 3).Next() % (ulong)Math.Max(1, microsecondsApart));
        return First.AddTicks((slot * microsecondsApart + within) * TimeSpan.TicksPerMicrosecond);
    }

    public object? ValueOf(PropertyInfo property, int sequence) =>
        property.Name switch
        {
            nameof(UserProfile.Name) => CustomerKind.Of(seed, sequence).Name,
            nameof(UserProfile.EnforcementStatus) => Status(sequence),
            _ => property.GetValue(At(sequence)),
        };

    private EnforcementStatus Status(int sequence) =>
        Dice.Of(seed, sequence, 4).Below(1000) switch
        {
            < 900 => EnforcementStatus.Unrestricted,
            < 950 => EnforcementStatus.Restricted,
            < 980 => EnforcementStatus.Pending,
            _ => EnforcementStatus.Banned,
        };

    public int Find(string id)
    {
        var sequence = ProfileIds.Find(seed, id);
        return sequence < Count ? sequence : -1;
    }
}
