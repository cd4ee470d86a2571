namespace FluentProfiles.Emulator.Store;

/// <summary>A place in an order: the value sorted by, and the sequence number that decides between equal ones. It stays a
/// place when its profile is gone, which is why a cursor holds it and no offset.</summary>
/// <param name="Number">The value, if it is a number or a time.</param>
/// <param name="Text">The value, if it is a text.</param>
/// <param name="IsNull">True for no value.</param>
/// <param name="Sequence">The sequence number.</param>
internal readonly record struct SortKey(long Number, string? Text, bool IsNull, int Sequence)
{
    public static SortKey Of(long number, int sequence) => new(number, null, IsNull: false, sequence);

    /// <exception cref="NotSupportedException">The emulator can't sort by values of the type.</exception>
    public static SortKey Of(object? value, int sequence) =>
        value switch
        {
            null => new(0, null, IsNull: true, sequence),
            DateTimeOffset time => Of(time.UtcTicks, sequence),
            int number => Of(number, sequence),
            string text => new(0, text, IsNull: false, sequence),
            _ when value.ToString() is { } text && SortField.IsEnum(value.GetType()) => new(
                0,
                text.Length > 0 ? text : null,
                text.Length == 0,
                sequence
            ),
            _ => throw new NotSupportedException($"The emulator can't sort by {value.GetType()}."),
        };
}
