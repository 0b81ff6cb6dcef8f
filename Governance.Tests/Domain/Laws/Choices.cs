namespace Governance.Tests.Domain.Laws;

/// <summary>Chance as a list of numbers, so that a story that breaks a law can be told shorter and plainer: by fewer and smaller numbers.</summary>
internal sealed class Choices(int[] numbers) : Random
{
    private int used;

    public bool AreOver => used >= numbers.Length;

    public override int Next(int maxValue) => AreOver ? 0 : Math.Abs(numbers[used++] % maxValue);

    public override int Next(int minValue, int maxValue) => minValue + Next(maxValue - minValue);
}
