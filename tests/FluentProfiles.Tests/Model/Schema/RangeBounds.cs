using FluentProfiles.Model.Schema;

namespace FluentProfiles.Tests.Model.Schema;

/// <summary>The values at the bounds of a range, and those next to them.</summary>
internal static class RangeBounds
{
    public static (List<object> Inside, List<object> Outside) Of(InRangeAttribute range, Type type)
    {
        var step = type == typeof(double) ? 1e-9 : 1;
        var least = range.IsExclusive ? range.Least + step : range.Least;
        List<object> inside = [ValueOf(least, type), ValueOf(least + step, type)];
        List<object> outside = [ValueOf(least - step, type), ValueOf(least - 1000, type)];
        if (range.Most < double.MaxValue)
        {
            inside.Add(ValueOf(range.Most, type));
            outside.Add(ValueOf(range.Most + step, type));
        }
        else if (type == typeof(double))
        {
            inside.Add(double.MaxValue);
            outside.AddRange([double.PositiveInfinity, double.NaN]);
        }
        if (type == typeof(TimeSpan))
            (range.AllowsInfinite ? inside : outside).Add(Timeout.InfiniteTimeSpan);
        return (inside, outside);
    }

    public static (List<object> Inside, List<object> Outside) Of(TextRangeAttribute range)
    {
        const string Usual = "1";
        List<object> inside = [Usual];
        List<object> outside = [];
        (range.AllowsEmpty ? inside : outside).Add("");
        if (range.First <= ' ')
            (range.AllowsBlank ? inside : outside).Add(" ");
        if (range.First > char.MinValue)
            AddNext(range.First, -1);
        if (range.Last < char.MaxValue)
            AddNext(range.Last, 1);
        if (range.MaxLength < int.MaxValue)
        {
            inside.Add(new string('a', range.MaxLength));
            outside.Add(new string('a', range.MaxLength + 1));
        }
        return (inside, outside);

        void AddNext(char bound, int step)
        {
            inside.Add($"{Usual}{bound}");
            outside.Add($"{Usual}{(char)(bound + step)}");
        }
    }

    private static object ValueOf(double number, Type type) =>
        type == typeof(TimeSpan) ? new TimeSpan((long)number)
        : type == typeof(long) ? (object)(long)number
        : type == typeof(int) ? (object)(int)number
        : number;
}
