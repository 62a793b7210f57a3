"""What the rest of the house knows of models."""

from dataclasses import dataclass
from decimal import Decimal

from pydantic_ai.models import Model

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens, as the owner entered them (zero for the built-in model)."""

    input: Decimal = Decimal(0)
    output: Decimal = Decimal(0)

    def cost(self, input_tokens: int, output_tokens: int) -> Decimal:
        """The cost of one reply in US dollars, to six decimals."""
        dollars = (self.input * input_tokens + self.output * output_tokens) / MILLION
        return dollars.quantize(Decimal("0.000001"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """One model of the chain: its name, the model itself, its price, and whether it is the built-in one."""

    name: str
    model: Model
    price: Price = Price()
    builtin: bool = False
